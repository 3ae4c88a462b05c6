package dev.plumbline.views;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology.Other;
import dev.plumbline.topology.Topology.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What stands beneath the tables: the marks that they use, strangers, what was read and where to go on. */
final class TableNotes {

    private final TableStyle style;
    private final int limit;

    TableNotes(TableStyle style, boolean wide) {
        this.style = style;
        this.limit = wide ? Integer.MAX_VALUE : 6;
    }

    void draw(MapAnswer answer, Appendable out) throws IOException {
        line(out, String.join("   ", marks(answer)));
        line(out, String.join("   ", remarks(answer)));
        for (Map.Entry<String, List<String>> group : strangers(answer).entrySet()) {
            String why = group.getKey().isEmpty() ? "" : ": " + group.getKey();
            line(out, "Others: " + String.join(", ", few(group.getValue())) + why);
        }
        for (Map.Entry<String, Set<String>> group : builtInstead(answer).entrySet()) {
            line(
                    out,
                    "Built instead: " + group.getKey() + ": " + String.join(", ", few(List.copyOf(group.getValue()))));
        }
        line(out, findings(answer));
        List<String> last = new ArrayList<>();
        style.read().ifPresent(read -> last.add(read.sentence()));
        if (!answer.needs().isEmpty()) {
            last.add(Wording.count(answer.needs().size(), "command") + " may settle more: plumbline needs"
                    + sources(answer));
        }
        line(out, String.join("  ", last));
    }

    private static void line(Appendable out, String text) throws IOException {
        if (!text.isEmpty()) {
            out.append(Clean.line(text)).append('\n');
        }
    }

    /** The marks of cells, each only where a cell bears it. */
    private static List<String> marks(MapAnswer answer) {
        Set<String> rules = new TreeSet<>();
        boolean configured = false;
        boolean either = false;
        boolean unseen = false;
        for (Machine machine : answer.topology().machines()) {
            boolean mixed = NicTable.sharedBasis(machine).isEmpty();
            for (Nic nic : machine.nics()) {
                nic.alias()
                        .filter(alias -> alias.verdict() != Verdict.PROVEN)
                        .ifPresent(alias -> rules.add(alias.rule()));
                if (nic.network().verdict() == Verdict.INFERRED
                        && nic.network().name().isPresent()) {
                    rules.add(nic.network().rule());
                }
                configured |= mixed
                        && nic.addresses().stream()
                                .anyMatch(address -> address.basis().equals("configured"));
                either |= Wording.network(nic.network()).contains("|");
                for (Hop hop : hops(nic)) {
                    either |= hop.candidates().size() > 1;
                    unseen |= hop.gap() && hop.candidates().isEmpty();
                }
            }
        }
        List<String> marks = new ArrayList<>();
        if (!rules.isEmpty()) {
            marks.add("~ inferred by " + String.join(", ", rules));
        }
        if (configured) {
            marks.add("* configured, not observed");
        }
        if (either) {
            marks.add("a|b one of these");
        }
        if (unseen) {
            marks.add("? not seen");
        }
        return marks;
    }

    private List<String> remarks(MapAnswer answer) {
        List<String> remarks = new ArrayList<>();
        Map<DeviceId, Integer> nics = new LinkedHashMap<>();
        boolean differ = false;
        for (Machine machine : answer.topology().machines()) {
            for (Nic nic : machine.nics()) {
                Set<DeviceId> crossed = new LinkedHashSet<>();
                nic.path()
                        .hops()
                        .forEach(hop -> hop.name().ifPresent(name -> crossed.add(new DeviceId(hop.scope(), name))));
                crossed.forEach(id -> nics.merge(id, 1, Integer::sum));
                differ |= nic.path().hops().stream()
                                .map(Hop::mtu)
                                .filter(OptionalInt::isPresent)
                                .distinct()
                                .count()
                        > 1;
            }
        }
        if (differ) {
            remarks.add("MTU: lowest seen on the path");
        }
        List<String> shared = answer.topology().segments().stream()
                .filter(segment -> !segment.vlansSeen())
                .map(Segment::bridge)
                .distinct()
                .filter(bridge -> nics.getOrDefault(bridge, 0) > 1)
                .map(bridge -> nics.get(bridge) + " NICs share " + bridge.name())
                .toList();
        if (!shared.isEmpty()) {
            remarks.add("VLANs not seen (" + String.join(", ", few(shared)) + ")");
        }
        return remarks;
    }

    /** Devices that no path takes, by what is known of them. */
    private static Map<String, List<String>> strangers(MapAnswer answer) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        boolean severalNodes = answer.topology().others().stream()
                        .map(other -> other.device().scope())
                        .distinct()
                        .count()
                > 1;
        for (Other other : answer.topology().others()) {
            String name =
                    severalNodes ? other.device().toString() : other.device().name();
            byReason.computeIfAbsent(other.why(), _ -> new ArrayList<>()).add(name + " (" + other.on() + ")");
        }
        return byReason;
    }

    /** What stands for something else on the lines of a lab, by why it does. */
    private static Map<String, Set<String>> builtInstead(MapAnswer answer) {
        Map<String, Set<String>> byReason = new LinkedHashMap<>();
        answer.builtInstead()
                .forEach(one -> byReason.computeIfAbsent(one.why(), _ -> new LinkedHashSet<>())
                        .add(one.device()
                                + (one.attribute().equals("kind")
                                        ? " (" + one.built() + " for " + one.planned() + ")"
                                        : "")));
        return byReason;
    }

    private List<String> few(List<String> all) {
        if (all.size() <= limit) {
            return all;
        }
        List<String> few = new ArrayList<>(all.subList(0, limit));
        few.add("+" + (all.size() - limit));
        return few;
    }

    private static String findings(MapAnswer answer) {
        List<String> counts = new ArrayList<>();
        for (Finding.Severity severity : Finding.Severity.values()) {
            int count = (int) answer.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0 && severity != Finding.Severity.INFO) {
                counts.add(Wording.count(count, severity.name().toLowerCase(Locale.ROOT)));
            }
        }
        return counts.isEmpty() ? "" : String.join(", ", counts) + ": plumbline check" + sources(answer);
    }

    /** The sources as they may be typed again; left out where there are too many for a line. */
    static String sources(MapAnswer answer) {
        if (answer.sources().size() > 3) {
            return " ...";
        }
        StringBuilder typed = new StringBuilder();
        boolean planned = !answer.topology().machines().isEmpty()
                && answer.topology().machines().stream()
                        .allMatch(machine -> machine.state().equals("planned"));
        answer.sources().forEach(source -> typed.append(' ').append(quoted((planned ? "plan:" : "") + source.name())));
        return typed.toString();
    }

    private static String quoted(String name) {
        return Optional.of(name)
                .filter(plain -> plain.matches("[\\w./:@%+,=-]+"))
                .orElseGet(() -> "'" + name.replace("'", "'\\''") + "'");
    }

    private static List<Hop> hops(Nic nic) {
        List<Hop> all = new ArrayList<>(nic.path().hops());
        nic.otherPaths().forEach(path -> all.addAll(path.hops()));
        return all;
    }
}
