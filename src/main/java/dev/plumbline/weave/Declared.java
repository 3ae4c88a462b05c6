package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.VmNic;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The line of a NIC that only the API tells of: its guest side as reported, and then nothing. */
final class Declared {

    private static final String RULE = "vmi-nic";

    private Declared() {}

    /** @param status the status row of the same interface, where one was seen */
    static NicPath path(VmNic nic, Optional<VmNic> status, Optional<Scope> launcher, String role) {
        Scope guest =
                Scope.guest(nic.namespace(), nic.vm()).inCluster(nic.scope().cluster());
        Scope pod = launcher.orElse(
                Scope.pod(nic.namespace(), "?").inCluster(nic.scope().cluster()));
        List<Hop> hops = new ArrayList<>();
        status.filter(row -> !row.guestDevice().isEmpty()).ifPresent(row -> {
            // KubeVirt joins the agent's rows by MAC and lets the last one win (netstat.go): a bridge over the NIC may
            // stand here.
            hops.add(hop(
                    guest,
                    Optional.of(row.guestDevice()),
                    row,
                    Optional.empty(),
                    Verdict.INFERRED,
                    RULE,
                    List.of(
                            "the VMI's status names the guest's device; where a bridge or VLAN bears the same MAC it may be that one"),
                    ""));
        });
        String why =
                "only the API tells of this NIC: virsh domiflist and ip link in its virt-launcher pod, then ip link on its"
                        + " node, show its line";
        hops.add(hop(pod, Optional.empty(), nic, Optional.of(Step.VIRTIO), Verdict.UNKNOWN, "gap", List.of(), why));
        return new NicPath(role.equals("active") ? "declared" : role, List.copyOf(hops), Verdict.UNKNOWN, "unknown");
    }

    private static Hop hop(
            Scope scope,
            Optional<String> name,
            VmNic nic,
            Optional<Step> step,
            Verdict verdict,
            String rule,
            List<String> premises,
            String why) {
        Kind kind = name.isPresent() ? new Kind.Nic("a NIC of the guest") : new Kind.Link();
        return new Hop(
                scope,
                name,
                kind,
                OptionalInt.empty(),
                name.flatMap(_ -> nic.mac()),
                OptionalInt.empty(),
                Optional.empty(),
                step,
                verdict,
                rule,
                List.of(nic.origin()),
                premises,
                List.of(),
                List.of(),
                List.of(),
                why);
    }
}
