package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology;
import java.util.List;
import java.util.stream.Collectors;

/** A topology as text for people who judge it: everything that weaving concludes, with the place of each piece of evidence. */
final class TopologyText {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();

    private TopologyText() {}

    static String of(Topology topology) {
        TopologyText writer = new TopologyText();
        if (topology.machines().isEmpty()) {
            writer.line(0, "no VM, and no pod on another network");
        }
        topology.machines().forEach(writer::machine);
        topology.others()
                .forEach(other -> writer.line(
                        0,
                        "other ",
                        other.device().toString(),
                        " on ",
                        other.on(),
                        ": ",
                        other.verdict().word(),
                        ", ",
                        other.why()));
        topology.segments()
                .forEach(segment -> writer.line(
                        0,
                        "segment ",
                        segment.bridge().toString(),
                        segment.vlansSeen()
                                ? segment.vlan().isPresent()
                                        ? " vlan " + segment.vlan().getAsInt()
                                        : " no vlan"
                                : " vlans not seen",
                        ": ",
                        String.join(" ", segment.devices())));
        return writer.text.toString();
    }

    private void machine(Machine machine) {
        line(0, machine.kind(), " ", machine.path(), machine.state().isEmpty() ? "" : " " + machine.state());
        for (Machine.Placement place : machine.placements()) {
            line(
                    1,
                    "placed ",
                    place.role(),
                    ": node ",
                    place.node().orElse("?"),
                    ", pod ",
                    place.pod().orElse("?"),
                    place.podUid().map(uid -> " uid " + uid).orElse(""),
                    ": ",
                    place.verdict().word(),
                    " ",
                    place.rule(),
                    refs(place.evidence()));
            place.premises().forEach(premise -> line(2, "premise: ", premise));
        }
        machine.nics().forEach(this::nic);
    }

    private void nic(Nic nic) {
        line(
                1,
                "nic ",
                nic.ref(),
                ": ",
                nic.verdict().word(),
                ", ends at ",
                nic.path().end(),
                nic.mtu().isPresent() ? ", mtu " + nic.mtu().getAsInt() : "",
                nic.path().state().equals("active") ? "" : ", " + nic.path().state());
        line(
                2,
                "guest ",
                nic.name().orElse("?"),
                " ",
                nic.mac().map(Object::toString).orElse("?"));
        nic.alias()
                .ifPresent(alias -> line(
                        2,
                        "alias ",
                        alias.name(),
                        ": ",
                        alias.verdict().word(),
                        " ",
                        alias.rule(),
                        refs(alias.evidence())));
        nic.addresses()
                .forEach(address -> line(
                        2,
                        "address ",
                        address.address(),
                        " on ",
                        address.device(),
                        ", ",
                        address.basis(),
                        refs(address.evidence())));
        Nic.Network network = nic.network();
        line(
                2,
                "network ",
                network.name().orElse("?"),
                ": ",
                network.verdict().word(),
                " ",
                network.rule(),
                network.candidates().isEmpty() ? "" : " of " + network.candidates(),
                refs(network.evidence()));
        path(2, nic.path());
        for (NicPath other : nic.otherPaths()) {
            line(2, other.state(), ": ", other.verdict().word(), ", ends at ", other.end());
            path(3, other);
        }
    }

    private void path(int depth, NicPath path) {
        path.hops().forEach(hop -> hop(depth, hop));
    }

    private void hop(int depth, Hop hop) {
        line(
                depth,
                "- ",
                hop.step().map(Step::word).map(word -> word + " ").orElse(""),
                hop.label(),
                " (",
                hop.kind().word(),
                " in ",
                hop.scope().path(),
                "): ",
                hop.verdict().word(),
                " ",
                hop.rule(),
                refs(hop.evidence()));
        if (!hop.why().isEmpty()) {
            line(depth + 1, "why: ", hop.why());
        }
        hop.premises().forEach(premise -> line(depth + 1, "premise: ", premise));
        hop.also().forEach(also -> line(depth + 1, "also ", also.rule(), ": ", also.says(), refs(also.evidence())));
        hop.members().forEach(member -> {
            Device device = member.device();
            line(
                    depth + 1,
                    "member ",
                    member.step().word(),
                    " ",
                    device.id().name(),
                    " (",
                    device.kind().word(),
                    "): ",
                    member.verdict().word(),
                    " ",
                    member.rule(),
                    refs(member.evidence()));
        });
        hop.candidates()
                .forEach(candidate -> line(
                        depth + 1,
                        "candidate ",
                        candidate.device().toString(),
                        ": ",
                        candidate.verdict().word(),
                        " ",
                        candidate.speaks(),
                        refs(candidate.evidence())));
    }

    private static String refs(List<Origin> evidence) {
        return evidence.isEmpty()
                ? ""
                : evidence.stream().map(TopologyText::ref).collect(Collectors.joining(" ", " [", "]"));
    }

    /** {@code L12} in input.txt, {@code node:12} in node.txt, {@code ip_link:12/3/master} in a capture. */
    private static String ref(Origin origin) {
        String source =
                origin.source().substring(origin.source().lastIndexOf('/') + 1).replaceFirst("\\.txt$", "");
        String place = origin.file().isEmpty() ? source : origin.file();
        String line = place.equals("input") ? "L" + origin.line() : place + ":" + origin.line();
        return line + origin.pointer();
    }

    private void line(int depth, String... parts) {
        text.append(INDENT.repeat(depth)).append(String.join("", parts)).append('\n');
    }
}
