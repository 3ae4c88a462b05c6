package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Settings.PortTag;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a port's VLANs: the one that untagged frames get, and those that it carries besides. */
record Tags(Holdings a, Holdings b, Ledger ledger) {

    /** @param thing its attribute is {@code vlan} */
    void compare(Thing thing, DeviceId one, DeviceId other) {
        Thing access = thing.of(one, other);
        ledger.compare(access, access(a, one), access(b, other));
        SortedSet<Integer> vlans = new TreeSet<>(carried(a, one));
        vlans.addAll(carried(b, other));
        for (int vlan : vlans) {
            ledger.compare(access.as("vlan " + vlan), said(a, one, vlan), said(b, other, vlan));
        }
    }

    private static SortedSet<Integer> carried(Holdings side, DeviceId port) {
        return side.tags(port).stream()
                .filter(tag -> !tag.pvid())
                .map(PortTag::vlan)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Said access(Holdings side, DeviceId port) {
        List<PortTag> access = side.tags(port).stream().filter(PortTag::pvid).toList();
        return switch (access.size()) {
            case 0 -> otherwise(side, port, true);
            case 1 ->
                new Said.Is(
                        String.valueOf(access.getFirst().vlan()),
                        access.getFirst().evidence());
            default -> new Said.NotShown("outputs disagree", "");
        };
    }

    private static Said said(Holdings side, DeviceId port, int vlan) {
        Optional<PortTag> tag =
                side.tags(port).stream().filter(one -> one.vlan() == vlan).findFirst();
        List<Origin> evidence = tag.map(PortTag::evidence).orElse(List.of());
        return Said.of(
                tag.map(one -> one.pvid() ? "untagged frames too" : one.untagged() ? "leaves untagged" : "tagged"),
                evidence,
                otherwise(side, port, false));
    }

    /** {@code bridge vlan} tells of the kernel's bridges only, and of an Open vSwitch port it is read what VLAN it gives access to. */
    private static Said otherwise(Holdings side, DeviceId port, boolean access) {
        boolean ovs = !side.side().planned() && side.isOvsPort(port);
        return Said.absent(
                ovs
                        ? access && side.sight().sawAll(port.scope(), Subject.OVS_PORTS)
                        : side.sight().sawAll(port.scope(), Subject.PORT_VLANS),
                "VLANs of ports are not shown",
                "bridge -j vlan show");
    }
}
