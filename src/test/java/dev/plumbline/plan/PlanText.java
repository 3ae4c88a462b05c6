package dev.plumbline.plan;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A planned topology as text for people who judge it, with the place of each piece of evidence. */
public final class PlanText {

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    public static String of(Topology topology) {
        PlanText writer = new PlanText();
        topology.machines().forEach(writer::machine);
        topology.others()
                .forEach(other -> writer.line(0, "other " + other.device() + " on " + other.on() + ": " + other.why()));
        topology.segments()
                .forEach(segment -> writer.line(
                        0,
                        "segment " + segment.bridge()
                                + (segment.vlan().isPresent()
                                        ? " vlan " + segment.vlan().getAsInt()
                                        : segment.vlansSeen() ? " untagged" : " not known")
                                + ": " + String.join(" ", segment.devices())));
        topology.devices().forEach(writer::device);
        writer.settings(topology.settings());
        return writer.text.toString();
    }

    private void machine(Machine machine) {
        line(0, machine.kind() + " " + machine.path() + " " + machine.state());
        for (Machine.Placement place : machine.placements()) {
            line(
                    1,
                    "placed: node " + place.node().orElse("?") + ", pod "
                            + place.pod().orElse("?") + ": " + place.rule() + refs(place.evidence()));
            place.premises().forEach(premise -> line(2, "premise: " + premise));
        }
        machine.nics().forEach(this::nic);
    }

    private void nic(Nic nic) {
        line(
                1,
                "nic " + nic.ref() + " = " + nic.name().orElse("?") + mac(nic.mac()) + mtu(nic.mtu()) + " on "
                        + nic.network().name().orElse("?") + ": "
                        + nic.path().verdict().word() + ", ends at "
                        + nic.path().end());
        nic.addresses()
                .forEach(address ->
                        line(2, "address " + address.address() + " on " + address.device() + refs(address.evidence())));
        nic.path().hops().forEach(this::hop);
    }

    private void hop(Hop hop) {
        line(
                2,
                "- " + hop.step().map(Step::word).map(word -> word + " ").orElse("") + hop.label() + " ("
                        + hop.kind().word() + " in " + hop.scope() + mtu(hop.mtu()) + "): "
                        + hop.verdict().word() + " " + hop.rule() + refs(hop.evidence()));
        if (!hop.why().isEmpty()) {
            line(3, "why: " + hop.why());
        }
        hop.premises().forEach(premise -> line(3, "premise: " + premise));
        hop.members()
                .forEach(member -> line(
                        3,
                        "member " + member.device().id().name() + " ("
                                + member.device().kind().word()
                                + mtu(member.device().mtu()) + ")" + refs(member.evidence())));
        hop.candidates().forEach(candidate -> line(3, "candidate " + candidate.device() + refs(candidate.evidence())));
    }

    private void device(Device device) {
        line(
                0,
                "device " + device.id() + " " + device.kind().word() + mac(device.mac()) + mtu(device.mtu())
                        + device.master().map(master -> " master " + master).orElse(""));
    }

    private void settings(Settings settings) {
        settings.addresses()
                .forEach(held -> line(0, "address " + held.address() + " on " + held.device() + refs(held.evidence())));
        settings.routes()
                .forEach(held -> line(
                        0,
                        "route " + held.destination()
                                + held.via().map(via -> " via " + via).orElse("")
                                + held.device().map(device -> " dev " + device).orElse("") + " in " + held.scope()
                                + refs(held.evidence())));
        settings.tags()
                .forEach(tag -> line(
                        0,
                        "tag " + tag.vlan() + (tag.pvid() ? " pvid" : "") + (tag.untagged() ? " untagged" : "") + " on "
                                + tag.port() + refs(tag.evidence())));
    }

    private static String mac(Optional<Mac> mac) {
        return mac.map(address -> " " + address).orElse("");
    }

    private static String mtu(OptionalInt mtu) {
        return mtu.isPresent() ? " mtu " + mtu.getAsInt() : "";
    }

    private static String refs(List<Origin> evidence) {
        return evidence.isEmpty()
                ? ""
                : evidence.stream()
                        .map(origin -> origin.source() + ":" + origin.line())
                        .distinct()
                        .collect(Collectors.joining(" ", " [", "]"));
    }

    private void line(int depth, String words) {
        text.append("    ".repeat(depth)).append(words).append('\n');
    }
}
