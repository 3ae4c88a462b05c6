package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.List;
import java.util.Optional;

/** The last hop of a line that evidence leaves before the wire: where it goes on, and why nothing is known of it. */
final class Gaps {

    private Gaps() {}

    static Hop after(Places places, Judgement judgement, DeviceId at, Hop last) {
        List<Claim.Denies> denied = judgement.denied(at);
        if (!denied.isEmpty()) {
            return gap(
                    at.scope(),
                    Step.MEMBER,
                    denied.getFirst().says(),
                    denied.getFirst().evidence());
        }
        return switch (at.scope().kind()) {
            case GUEST, HOST -> gap(launcher(places, at.scope()), Step.VIRTIO, guestWhy(places, at.scope()), List.of());
            case NODE -> onNode(places, at, last);
            case POD, NETNS, PLACE, DOMAIN, CLUSTER -> inPod(places, at, last);
        };
    }

    private static Hop onNode(Places places, DeviceId at, Hop last) {
        boolean bridge = last.kind() instanceof Kind.Bridge || last.kind() instanceof Kind.OvsBridge;
        if (!bridge) {
            return gap(at.scope(), Step.MEMBER, "no output shows what " + at.name() + " is a port of", List.of());
        }
        boolean all = places.site(at.scope())
                .filter(site -> site.sawPortsOf(at.name()))
                .isPresent();
        String why = all
                ? "no port of " + at.name() + " leads on: every port seen is a veth"
                : "no output shows all ports of " + at.name();
        return gap(at.scope(), Step.MEMBER, why, List.of());
    }

    private static Hop inPod(Places places, DeviceId at, Hop last) {
        if (last.kind() instanceof Kind.Tap) {
            return gap(
                    at.scope(),
                    Step.MEMBER,
                    "no output shows the bridge that " + at.name() + " is a port of",
                    List.of());
        }
        if (last.kind() instanceof Kind.Bridge) {
            return gap(at.scope(), Step.MEMBER, "no output shows another port of " + at.name(), List.of());
        }
        List<Tie> nodes = places.below(Tie.Sort.POD_ON_NODE, at.scope());
        if (nodes.isEmpty()) {
            return gap(
                    Scope.node("?"),
                    Step.PEER,
                    "nothing says which node runs " + at.scope().name(),
                    List.of());
        }
        Scope node = nodes.getFirst().lower();
        boolean seen =
                places.site(node).filter(site -> !site.devices().isEmpty()).isPresent();
        Optional<Sighting> device = places.site(at.scope()).flatMap(site -> site.device(at.name()));
        if (device.filter(LowerIndex::isOverLower).isPresent()) {
            return gap(
                    node, Step.LOWER, "the device under " + at.name() + " was not seen on " + node.name(), List.of());
        }
        boolean peer = device.filter(one -> one.peerIndex().isPresent()).isPresent();
        String why = !peer
                ? "no output shows the index of " + at.name() + "'s peer"
                : seen
                        ? "no link of index " + device.orElseThrow().peerIndex().getAsInt()
                                + " that points back was seen on " + node.name()
                        : "the links of " + node.name() + " were not seen";
        return gap(node, Step.PEER, why, List.of());
    }

    private static Scope launcher(Places places, Scope guest) {
        return places.below(Tie.Sort.GUEST_ON_LAUNCHER, guest).stream()
                .map(Tie::lower)
                .findFirst()
                .orElse(Scope.pod("", "?"));
    }

    private static String guestWhy(Places places, Scope guest) {
        List<Tie> launchers = places.below(Tie.Sort.GUEST_ON_LAUNCHER, guest);
        if (launchers.isEmpty()) {
            return "no output ties this guest to a domain";
        }
        boolean asked = places.launchers().stream()
                .anyMatch(launcher -> !launcher.nics().isEmpty()
                        && launchers.stream().anyMatch(tie -> tie.lower().equals(launcher.scope())));
        return asked
                ? "no NIC of the domain has this MAC in what was seen"
                : "no output of libvirt lists the domain's NICs";
    }

    private static Hop gap(Scope scope, Step step, String why, List<Origin> evidence) {
        return Hop.gap(scope, step, "gap", evidence, why);
    }
}
