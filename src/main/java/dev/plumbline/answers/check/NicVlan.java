package dev.plumbline.answers.check;

import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.PortVlan;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The VLAN that a NIC's frames are in on its node's bridge: bridges of one name carry several networks. */
final class NicVlan {

    /** Of a bridge that knows none, and of frames that leave it without a tag. */
    static final int NONE = 0;

    /** Whether the frames of two NICs on bridges of one name meet. */
    enum Meeting {
        TOGETHER,
        NOT_SHOWN,
        APART
    }

    private NicVlan() {}

    /** By the ports where these were seen; else two networks may be two VLANs, unless their definitions ask for one. */
    static Meeting meeting(Scene scene, Scene.Owned one, Scene.Owned other) {
        OptionalInt first = onWire(scene, one);
        OptionalInt second = onWire(scene, other);
        if (first.isPresent() && second.isPresent()) {
            boolean bothTagged = first.getAsInt() != NONE && second.getAsInt() != NONE;
            return first.equals(second) ? Meeting.TOGETHER : bothTagged ? Meeting.APART : Meeting.NOT_SHOWN;
        }
        Optional<String> network = one.nic().network().name();
        boolean oneNetwork = network.isEmpty()
                || other.nic().network().name().isEmpty()
                || network.equals(other.nic().network().name());
        return oneNetwork || oneVlanAsked(scene, one, other) ? Meeting.TOGETHER : Meeting.NOT_SHOWN;
    }

    /** The surest meeting of NICs of two machines among these. */
    static Meeting meeting(Scene scene, List<Scene.Owned> owners) {
        Meeting surest = Meeting.APART;
        for (int i = 0; i < owners.size(); i++) {
            for (int j = i + 1; j < owners.size(); j++) {
                Meeting meeting = owners.get(i).machine().equals(owners.get(j).machine())
                        ? Meeting.APART
                        : meeting(scene, owners.get(i), owners.get(j));
                surest = meeting.compareTo(surest) < 0 ? meeting : surest;
            }
        }
        return surest;
    }

    /** Those among these NICs that meet another machine's in this way. */
    static Set<Scene.Owned> meeting(Scene scene, List<Scene.Owned> owners, Meeting wanted) {
        return owners.stream()
                .filter(one -> owners.stream()
                        .anyMatch(other ->
                                !one.machine().equals(other.machine()) && meeting(scene, one, other) == wanted))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean oneVlanAsked(Scene scene, Scene.Owned one, Scene.Owned other) {
        Optional<NetworkDefinition> first = asked(scene, one);
        Optional<NetworkDefinition> second = asked(scene, other);
        return first.isPresent()
                && second.isPresent()
                && first.get().vlan().equals(second.get().vlan());
    }

    /** A definition of which the configuration was seen: only that would say its VLAN. */
    private static Optional<NetworkDefinition> asked(Scene scene, Scene.Owned owned) {
        return Expected.definition(scene, owned).filter(one -> !one.bridge().isEmpty());
    }

    /** What untagged frames of this port of a bridge get; {@link #NONE} where the bridge knows no VLANs; empty where not seen. */
    static OptionalInt ofPort(Scene scene, Scope node, String bridge, String port) {
        boolean off = scene.facts(node, KernelSetting.class).stream()
                .anyMatch(setting -> setting.device().equals(bridge)
                        && setting.name().equals("vlan_filtering")
                        && (setting.value().equals("0") || setting.value().equals("false")));
        boolean noneListed = scene.sawAll(node, Covered.Subject.PORT_VLANS)
                && scene.facts(node, PortVlan.class).isEmpty();
        return off || noneListed ? OptionalInt.of(NONE) : pvid(scene, node, port);
    }

    private static OptionalInt pvid(Scene scene, Scope node, String port) {
        return scene.facts(node, PortVlan.class).stream()
                .filter(vlan -> vlan.device().equals(port) && vlan.pvid())
                .mapToInt(PortVlan::vid)
                .findFirst();
    }

    /** The tag that its untagged frames leave the node's bridge with. */
    private static OptionalInt onWire(Scene scene, Scene.Owned owned) {
        List<Hop> hops = owned.hops();
        for (int i = 1; i < hops.size(); i++) {
            Hop bridge = hops.get(i);
            Hop port = hops.get(i - 1);
            if (isNodeBridge(bridge) && port.scope().equals(bridge.scope()) && !port.gap()) {
                OptionalInt vlan = ofPort(scene, bridge.scope(), bridge.label(), port.label());
                boolean untagged = i + 1 < hops.size() && leavesUntagged(scene, hops.get(i + 1), vlan);
                return untagged ? OptionalInt.of(NONE) : vlan;
            }
        }
        return OptionalInt.empty();
    }

    private static boolean leavesUntagged(Scene scene, Hop uplink, OptionalInt vlan) {
        return scene.facts(uplink.scope(), PortVlan.class).stream()
                .anyMatch(out -> out.device().equals(uplink.label())
                        && out.pvid()
                        && out.untagged()
                        && vlan.equals(OptionalInt.of(out.vid())));
    }

    private static boolean isNodeBridge(Hop hop) {
        return hop.kind() instanceof Kind.Bridge && hop.scope().is(Scope.Kind.NODE) && !hop.gap();
    }
}
