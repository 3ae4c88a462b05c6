package dev.plumbline.views;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.views.Columns.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code trace}: one NIC hop by hop, each with what proves it.
 *
 * @param quoting whether the evidence is quoted beneath in full ({@code -o wide})
 */
public record TraceView(TableStyle style, boolean quoting) implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        Drawing drawing = new Drawing(answer, new Refs(answer.sources().size() <= 1), Affected.of(answer), out);
        boolean first = true;
        for (Machine machine : answer.topology().machines()) {
            for (Nic nic : machine.nics()) {
                if (!first && style.headers()) {
                    out.append('\n');
                }
                first = false;
                nic(drawing, machine, nic);
            }
        }
    }

    private record Drawing(MapAnswer answer, Refs refs, Affected affected, Appendable out) {}

    private void nic(Drawing drawing, Machine machine, Nic nic) throws IOException {
        path(drawing, machine, nic, nic.path());
        for (NicPath other : nic.otherPaths()) {
            path(drawing, machine, nic, other);
        }
        if (style.headers()) {
            foot(drawing, machine, nic);
        }
    }

    private void path(Drawing drawing, Machine machine, Nic nic, NicPath path) throws IOException {
        if (style.headers()) {
            head(machine, nic, path, drawing.out());
        }
        Columns columns = new Columns(2);
        if (style.headers()) {
            columns.row(List.of("WHERE", "DEVICE (index)", "MTU", "STEP", "EVIDENCE").stream()
                    .map(head -> new Cell(head, style.ink()::faint))
                    .toList());
        }
        String where = "";
        for (int i = 0; i < path.hops().size(); i++) {
            Hop hop = path.hops().get(i);
            String place = place(hop);
            // Rows that must stand alone repeat their place.
            boolean same = place.equals(where) && style.headers();
            where = place;
            row(drawing, columns, same ? "" : place, nic, path, i);
        }
        columns.draw("", drawing.out());
        if (quoting) {
            new Quotes(drawing.refs()).draw(path, drawing.out());
        }
    }

    /** {@code controller-0/nic5   storage (inferred)   172.18.0.20/24 (configured)   PROVEN to enp7s0   MTU 9000}. */
    private void head(Machine machine, Nic nic, NicPath path, Appendable out) throws IOException {
        List<String> words = new ArrayList<>();
        String network = nic.network()
                .name()
                .orElseGet(() -> Wording.either(nic.network().candidates()));
        words.add(
                network.equals("?")
                        ? "network ?"
                        : network + " (" + nic.network().verdict().word() + ")");
        nic.addresses().forEach(address -> words.add(address.address() + " (" + address.basis() + ")"));
        out.append(style.ink().strong(Clean.line(machine.path() + "/" + nic.ref())));
        for (String word : words) {
            out.append("   ").append(Clean.line(word));
        }
        String verdict = path.verdict().word().toUpperCase(Locale.ROOT) + Clean.line(Wording.reach(path));
        String reason = Wording.reason(machine, path);
        String state = path.state().isEmpty() || path.state().equals("active") ? "" : path.state() + " ";
        out.append("   ").append(Clean.line(state)).append(style.ink().verdict(path.verdict(), verdict));
        out.append(reason.isEmpty() ? "" : " (" + Clean.line(reason) + ")");
        out.append("   ").append(Clean.line(Wording.mtu(path))).append('\n');
    }

    private static String place(Hop hop) {
        String kind = hop.scope().kind().name().toLowerCase(Locale.ROOT);
        return hop.scope().name().isEmpty() ? kind : kind + " " + hop.scope().name();
    }

    private void row(Drawing drawing, Columns columns, String place, Nic nic, NicPath path, int i) {
        Hop hop = path.hops().get(i);
        String alias = nic.alias()
                .filter(_ -> hop.name().isPresent() && hop.name().equals(nic.name()))
                .map(named -> named.name() + (named.verdict() == Verdict.PROVEN ? "=" : "~"))
                .orElse("");
        String index = hop.ifindex().isPresent() ? " (" + hop.ifindex().getAsInt() + ")" : "";
        String step = hop.step().map(known -> known.word() + " ").orElse("")
                + hop.verdict().word();
        columns.row(List.of(
                Cell.of(place),
                Cell.of(alias + hop.label() + index),
                Cell.of(Wording.number(hop.mtu())),
                new Cell(step, text -> style.ink().verdict(hop.verdict(), text)),
                Cell.of(evidence(EvidenceText.of(path, i), drawing.refs().of(hop.evidence())))));
        hop.also()
                .forEach(witness -> columns.row(
                        "",
                        "",
                        "",
                        "also",
                        evidence(witness.says(), drawing.refs().of(witness.evidence()))));
        hop.premises().forEach(premise -> columns.row("", "", "", "premise", premise));
        hop.members().stream()
                .filter(member -> !member.device().id().name().equals(hop.label()))
                .forEach(member -> columns.row(
                        "",
                        "+ " + member.device().id().name()
                                + (member.device().index().isPresent()
                                        ? " (" + member.device().index().getAsInt() + ")"
                                        : ""),
                        Wording.number(member.device().mtu()),
                        member.step().word() + " " + member.verdict().word(),
                        evidence("fork, by " + member.rule(), drawing.refs().of(member.evidence()))));
        hop.candidates()
                .forEach(candidate -> columns.row(
                        "",
                        "| " + candidate.device().name(),
                        "",
                        "perhaps",
                        evidence(candidate.speaks(), drawing.refs().of(candidate.evidence()))));
    }

    private static String evidence(String says, String refs) {
        return says.isEmpty() || refs.isEmpty() ? says + refs : says + "   " + refs;
    }

    private void foot(Drawing drawing, Machine machine, Nic nic) throws IOException {
        Columns columns = new Columns(2);
        Refs refs = drawing.refs();
        for (Machine.Placement placement : machine.placements()) {
            String by = placement.rule().isEmpty() ? "" : " by " + placement.rule();
            columns.row(
                    "placed",
                    evidence(
                            Wording.place(placement) + ": "
                                    + placement.verdict().word() + by,
                            refs.of(placement.evidence())));
            placement.premises().forEach(premise -> columns.row("premise", premise));
        }
        if (machine.placements().isEmpty()) {
            columns.row("placed", "not seen: neither node nor pod");
        }
        columns.row(
                "network",
                evidence(Wording.knowledge(nic.network()), refs.of(nic.network().evidence())));
        nic.alias()
                .ifPresent(alias -> columns.row(
                        "alias",
                        evidence(
                                alias.name() + ": " + alias.verdict().word() + " by " + alias.rule(),
                                refs.of(alias.evidence()))));
        for (Need need : drawing.affected().needs(machine, nic)) {
            columns.row("not seen", need.reach());
        }
        vlansNotSeen(drawing, nic).forEach(bridge -> columns.row("not seen", "VLANs on " + bridge));
        for (Finding finding : drawing.affected().findings(machine, nic)) {
            columns.row(finding.severity().name().toLowerCase(Locale.ROOT), finding.rule() + ": " + finding.title());
        }
        columns.draw("", drawing.out());
    }

    /** Bridges on the path whose VLANs no output shows and no need asks for. */
    private static List<String> vlansNotSeen(Drawing drawing, Nic nic) {
        Set<DeviceId> crossed = nic.path().hops().stream()
                .map(hop -> new DeviceId(hop.scope(), hop.label()))
                .collect(Collectors.toSet());
        return drawing.answer().topology().segments().stream()
                .filter(segment -> !segment.vlansSeen() && crossed.contains(segment.bridge()))
                .filter(segment -> !drawing.affected()
                        .settling()
                        .containsKey(segment.bridge().toString()))
                .map(segment -> segment.bridge().name())
                .distinct()
                .toList();
    }
}
