package dev.plumbline.views;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.NicPath;
import java.util.Locale;
import java.util.Optional;

/** What shows a step, in a few words. Only a proven step gets words of its own; a weak one says why it is weak. */
final class EvidenceText {

    /** The longest quotation in a row, in characters. */
    private static final int QUOTED = 60;

    private EvidenceText() {}

    /** @param i the hop's place on the path */
    static String of(NicPath path, int i) {
        Hop hop = path.hops().get(i);
        String hardware =
                hop.kind() instanceof Kind.Nic nic && !nic.evidence().isEmpty() ? "hardware: " + nic.evidence() : "";
        String said = said(path, i, hop);
        return said.isEmpty() || hardware.isEmpty() ? said + hardware : said + "; " + hardware;
    }

    private static String said(NicPath path, int i, Hop hop) {
        if (hop.gap() || hop.verdict() != Verdict.PROVEN) {
            String by = hop.rule().isEmpty() || hop.gap() ? "" : "by " + hop.rule();
            return hop.why().isEmpty() || by.isEmpty() ? hop.why() + by : hop.why() + ", " + by;
        }
        if (i == 0 || hop.step().isEmpty()) {
            return quote(hop);
        }
        Hop before = path.hops().get(i - 1);
        return switch (hop.step().get()) {
            case MEMBER -> member(before, hop);
            case PEER -> end(before) + " pairs with " + end(hop);
            case VIRTIO ->
                shared(before, hop).map(mac -> mac + " in guest and in domain").orElseGet(() -> quote(hop));
            case VLAN, LOWER, BOND -> before.label() + " over " + hop.label();
            case OVS -> before.label() + " and " + hop.label() + " in one OVS bridge";
            case NAT, ROUTE, PASSTHROUGH -> quote(hop);
        };
    }

    /** Towards a bridge the device before is the port; away from it the hop is. */
    private static String member(Hop before, Hop hop) {
        boolean towards = hop.kind() instanceof Kind.Bridge || hop.kind() instanceof Kind.OvsBridge;
        Hop port = towards ? before : hop;
        Hop bridge = towards ? hop : before;
        // Master is the kernel's word; of an OVS bridge it would name ovs-system.
        return port.label() + (bridge.kind() instanceof Kind.OvsBridge ? " port of " : " master ") + bridge.label();
    }

    private static String end(Hop hop) {
        return (hop.ifindex().isPresent() ? hop.ifindex().getAsInt() + ": " : "") + hop.label();
    }

    /** The guest's MAC, where two lines of the evidence bear it: other proofs of this step do not rest on it. */
    private static Optional<String> shared(Hop before, Hop hop) {
        return before.mac()
                .map(Mac::text)
                .filter(mac -> hop.evidence().stream()
                                .filter(origin ->
                                        origin.text().toLowerCase(Locale.ROOT).contains(mac))
                                .count()
                        > 1);
    }

    /** The first line of evidence, spaces drawn together, cut where it is long. */
    private static String quote(Hop hop) {
        if (hop.evidence().isEmpty()) {
            return hop.rule().equals("seen") ? "" : "by " + hop.rule();
        }
        String text = hop.evidence().getFirst().text().strip().replaceAll("\\s+", " ");
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)).strip() + " ...";
    }
}
