package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Attachment;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The cluster's own pod network, where the line of a masqueraded NIC ends: beyond the pod's primary interface frames are
 * routed by the cluster's network, which is no layer 2 of this VM (Kubernetes network model; rule pod-network).
 */
final class PodNetwork {

    private static final String RULE = "pod-network";
    static final String NAME = "cluster network";

    private PodNetwork() {}

    /** Whether a device is a pod's interface on the default network. */
    static boolean isPrimary(Places places, DeviceId device) {
        return device.scope().is(Scope.Kind.POD)
                && (device.name().equals("eth0") || !attachment(places, device).isEmpty());
    }

    static Hop beyond(Places places, DeviceId last) {
        List<Origin> evidence = attachment(places, last);
        return new Hop(
                Scope.ofCluster().inCluster(last.scope().cluster()),
                Optional.of(NAME),
                new Kind.ClusterNetwork(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(Step.ROUTE),
                Verdict.INFERRED,
                RULE,
                evidence,
                List.of("a pod's primary interface leads into the cluster's pod network"),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static List<Origin> attachment(Places places, DeviceId device) {
        return places.site(device.scope()).stream()
                .flatMap(site -> site.all(Attachment.class).stream())
                .filter(attachment -> attachment.basis() == Attachment.Basis.DEFAULT
                        && attachment.device().equals(device.name()))
                .map(Attachment::origin)
                .limit(1)
                .toList();
    }
}
