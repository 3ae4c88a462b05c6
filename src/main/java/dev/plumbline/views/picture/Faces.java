package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import dev.plumbline.views.picture.Lane.Face;
import dev.plumbline.views.picture.Lane.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What is written into the boxes of one NIC's lane. */
final class Faces {

    private static final int NAME = 26;
    private static final int DETAIL = 34;

    private final Nic nic;

    Faces(Nic nic) {
        this.nic = nic;
    }

    /** The box of the address where the NIC itself carries it. */
    Face address() {
        if (nic.alias().isEmpty() && nic.addresses().isEmpty()) {
            return absent("?", addresses());
        }
        String name = nic.alias().map(Nic.Alias::name).orElse("address");
        return face(name, addresses(), OptionalInt.empty(), false, Shape.SEEN);
    }

    Face absent(String name, String detail) {
        return face(name, detail, OptionalInt.empty(), false, Shape.ABSENT);
    }

    /** Evidence for a gap is evidence that nothing is there. */
    Face gap(Hop hop) {
        if (hop.evidence().isEmpty()) {
            return absent("?", "not seen");
        }
        boolean port = hop.step().filter(Step.MEMBER::equals).isPresent();
        return face(port ? "no bridge" : "nothing", "seen to be none", OptionalInt.empty(), false, Shape.DENIED);
    }

    Face guest(Hop hop, boolean carriesAddress, boolean isNic) {
        String suffix = hop.kind() instanceof Kind.OvsBridge ? " (OVS)" : "";
        String detail;
        if (isNic) {
            detail = hop.mac().or(nic::mac).map(Object::toString).orElse(index(hop.ifindex()));
        } else if (carriesAddress) {
            detail = nic.alias().map(a -> a.name() + " · ").orElse("") + addresses();
        } else {
            detail = hop.kind().word() + index(hop.ifindex()).transform(i -> i.isEmpty() ? "" : " · " + i);
        }
        return hop.gap() ? gap(hop) : face(hop.label() + suffix, detail, hop.mtu(), down(hop), shape(hop));
    }

    /** One face; several for a fork that this hop is a branch of. */
    List<Face> hop(Hop hop, Column column) {
        if (!hop.members().isEmpty()) {
            return hop.members().stream().map(m -> member(m.device())).toList();
        }
        if (hop.kind() instanceof Kind.ClusterNetwork) {
            return List.of(face("cluster network", "no layer 2 beyond", OptionalInt.empty(), false, Shape.CLOUD));
        }
        if (!hop.candidates().isEmpty()) {
            return List.of(candidates(hop));
        }
        return List.of(face(hop.label(), detail(hop, column), hop.mtu(), down(hop), shape(hop)));
    }

    private Face member(Device device) {
        boolean down = device.state().filter("down"::equals).isPresent();
        return face(device.id().name(), index(device.index()), device.mtu(), down, Shape.SEEN);
    }

    private Face candidates(Hop hop) {
        boolean contradicted = hop.verdict() == Verdict.CONTRADICTED;
        List<String> names = hop.candidates().stream()
                .map(Hop.Candidate::device)
                .map(DeviceId::name)
                .distinct()
                .toList();
        String between = contradicted ? " ≠ " : " | ";
        String name = names.stream().limit(2).map(n -> Type.fit(n, 15)).collect(Collectors.joining(between));
        String more = names.size() > 2 ? "one of " + names.size() + ", +" + (names.size() - 2) + " more" : "";
        String detail = contradicted ? "observations disagree" : more.isEmpty() ? "one of these" : more;
        return new Face(
                name,
                detail,
                hop.mtu(),
                narrow(hop.mtu()),
                down(hop),
                contradicted ? Shape.CONTRADICTED : Shape.AMBIGUOUS);
    }

    private String detail(Hop hop, Column column) {
        String index = index(hop.ifindex());
        return switch (hop.kind()) {
            case Kind.Veth veth
            when veth.peerIndex().isPresent() && !index.isEmpty() ->
                index + " ↔ " + veth.peerIndex().getAsInt();
            case Kind.Vlan vlan
            when vlan.id().isPresent() -> "vlan " + vlan.id().getAsInt() + (index.isEmpty() ? "" : " · " + index);
            case Kind.Link _ when column == Column.LINK -> index.isEmpty() ? "kind not seen" : index + " · kind ?";
            case Kind.Other other -> other.word() + (index.isEmpty() ? "" : " · " + index);
            default ->
                index.isEmpty()
                        ? hop.mac().map(Object::toString).orElse(hop.kind().word())
                        : index;
        };
    }

    private String addresses() {
        if (nic.addresses().isEmpty()) {
            return "no address seen";
        }
        int more = nic.addresses().size() - 1;
        return nic.addresses().getFirst().address() + (more > 0 ? " +" + more : "");
    }

    private static String index(OptionalInt index) {
        return index.isPresent() ? "if " + index.getAsInt() : "";
    }

    private static boolean down(Hop hop) {
        return hop.state().filter("down"::equals).isPresent();
    }

    private static Shape shape(Hop hop) {
        return switch (hop.verdict()) {
            case AMBIGUOUS -> Shape.AMBIGUOUS;
            case CONTRADICTED -> Shape.CONTRADICTED;
            default -> hop.gap() ? Shape.ABSENT : Shape.SEEN;
        };
    }

    private Face face(String name, String detail, OptionalInt mtu, boolean down, Shape shape) {
        return new Face(Type.fit(name, NAME), Type.fit(detail, DETAIL), mtu, narrow(mtu), down, shape);
    }

    private boolean narrow(OptionalInt mtu) {
        return mtu.isPresent() && mtu.getAsInt() < sends(nic).orElse(0);
    }

    /** What the lane's first device of known MTU sends, in bytes. */
    static OptionalInt sends(Nic nic) {
        return nic.path().hops().stream()
                .map(Hop::mtu)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
