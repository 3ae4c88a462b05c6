package dev.plumbline.answers.diff;

import dev.plumbline.topology.Kind;
import java.util.regex.Pattern;

/** What sorts of device are the same, and which devices have names that somebody chose. */
final class Kinds {

    /**
     * How CNI plugins and container runtimes name the host's end of a pod's veth: at random (bridge, Calico, Cilium,
     * ovn-kubernetes). A hint only, and used to leave out, never to conclude.
     */
    private static final Pattern RANDOM = Pattern.compile("(veth|cali|lxc|tap|vnet|tunl|genev_|vxlan).*|[0-9a-f]{15}");

    private Kinds() {}

    /** A device of which no output says what it is may be any. */
    static boolean alike(Kind a, Kind b) {
        return a instanceof Kind.Link || b instanceof Kind.Link || a.word().equals(b.word());
    }

    /** Whether a device of this sort keeps its name from one boot and one machine to the next. */
    static boolean lasting(String name, Kind kind) {
        return switch (kind) {
            case Kind.Bridge _, Kind.OvsBridge _, Kind.Vlan _, Kind.Bond _, Kind.Nic _ -> true;
            case Kind.Link _ -> !RANDOM.matcher(name).matches() && !name.equals("lo");
            case Kind.Tap _, Kind.Veth _, Kind.ClusterNetwork _, Kind.Other _ -> false;
        };
    }
}
