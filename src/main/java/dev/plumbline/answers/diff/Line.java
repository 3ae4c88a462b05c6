package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A NIC's path as far as it can be relied on, parted by place.
 *
 * @param nic the NIC
 * @param network the attached network's name where it is planned or proven, for what only follows from an order is no
 *     identity; KubeVirt's own name of it, which a
 *     domain's alias bears, is none
 * @param mac the NIC's own
 * @param upper the guest's device over the NIC that carries its addresses
 * @param own the NIC as the guest has it
 * @param pod from the tap on
 * @param node from the veth on; none of a NIC of the cluster's network, whose plumbing is the cluster's own
 * @param end why it goes no further
 * @param doubtful whether it goes on, but not so that it can be relied on
 */
record Line(
        Nic nic,
        Optional<String> network,
        Optional<Mac> mac,
        Optional<Hop> upper,
        Optional<Hop> own,
        List<Hop> pod,
        List<Hop> node,
        String end,
        boolean doubtful) {

    static Line of(Nic nic, Holdings side) {
        List<Hop> guest = new ArrayList<>();
        List<Hop> pod = new ArrayList<>();
        List<Hop> node = new ArrayList<>();
        String end = "";
        boolean doubtful = false;
        for (Hop hop : nic.path().hops()) {
            if (hop.gap() || hop.verdict().compareTo(Verdict.INFERRED) > 0) {
                doubtful = !hop.gap();
                end = hop.why().isEmpty()
                        ? "the step to " + hop.label() + " is " + hop.verdict().word()
                        : hop.why();
                break;
            }
            Scope scope = hop.scope();
            if (scope.is(Scope.Kind.NODE)) {
                node.add(hop);
            } else if (Holdings.isGuest(scope)) {
                guest.add(hop);
            } else if (!(hop.kind() instanceof Kind.ClusterNetwork)) {
                pod.add(hop);
            }
        }
        Optional<Hop> own = guest.stream()
                .filter(hop -> hop.name().equals(nic.name()) && nic.name().isPresent())
                .findFirst();
        Optional<Hop> upper =
                guest.size() > 1 && own.isPresent() && guest.getLast().equals(own.get())
                        ? Optional.of(guest.getFirst()).filter(_ -> sure(guest.getLast()))
                        : Optional.empty();
        boolean cluster = nic.path().end().equals("cluster-network");
        Optional<String> network = nic.network()
                .name()
                .filter(name ->
                        side.side().planned() || nic.network().verdict() == Verdict.PROVEN && side.isNetwork(name));
        Optional<Mac> mac = nic.mac().filter(_ -> !pod.isEmpty() || own.isEmpty() || ownMac(side, own.get()));
        return new Line(
                nic,
                network,
                mac,
                upper,
                own,
                List.copyOf(pod),
                cluster ? List.of() : List.copyOf(node),
                end,
                doubtful);
    }

    /** A bridge that only a configuration puts over the NIC is a wish. */
    private static boolean sure(Hop nic) {
        return nic.verdict() == Verdict.PROVEN || !nic.rule().equals("guest-ovs-config");
    }

    /** A port of a bond bears the bond's MAC (IFF_SLAVE); only the domain knows its own. */
    private static boolean ownMac(Holdings side, Hop nic) {
        return side.device(new DeviceId(nic.scope(), nic.label()))
                .filter(device -> !device.flags().isEmpty() && !device.flags().contains("SLAVE"))
                .isPresent();
    }

    Optional<String> alias() {
        return nic.alias()
                .filter(alias -> alias.verdict().compareTo(Verdict.INFERRED) <= 0)
                .map(Nic.Alias::name);
    }

    Optional<String> guestName() {
        return fixed(nic.name());
    }

    Optional<String> tap() {
        return podName(0);
    }

    Optional<String> podInterface() {
        return podName(2);
    }

    private Optional<String> podName(int place) {
        return pod.size() > place ? fixed(pod.get(place).name()) : Optional.empty();
    }

    static Optional<String> fixed(Optional<String> name) {
        return name.filter(text -> !text.contains("*"));
    }

    /** What speaks for two lines being of one NIC: its network before all, then what the guest and libvirt call it. */
    static int likeness(Line a, Line b) {
        if (Pairing.conflict(a.network(), b.network())) {
            return 0;
        }
        int names = (Pairing.agree(a.alias(), b.alias()) ? 10 : 0)
                + (Pairing.agree(a.guestName(), b.guestName()) ? 8 : 0)
                + (Pairing.agree(a.tap(), b.tap()) ? 4 : 0)
                + (Pairing.agree(a.podInterface(), b.podInterface()) ? 4 : 0);
        boolean network = Pairing.agree(a.network(), b.network());
        boolean mac = Pairing.agree(a.mac(), b.mac());
        boolean stray = Pairing.conflict(a.alias(), b.alias())
                || Pairing.conflict(a.guestName(), b.guestName())
                || Pairing.conflict(a.tap(), b.tap());
        // os-net-config numbered anew what libvirt and the guest call as before.
        boolean renumbered = Pairing.agree(a.guestName(), b.guestName()) && Pairing.agree(a.tap(), b.tap());
        if (!network && !mac && stray && !renumbered) {
            return 0;
        }
        return (network ? 100 : 0) + (mac ? 40 : 0) + names;
    }
}
