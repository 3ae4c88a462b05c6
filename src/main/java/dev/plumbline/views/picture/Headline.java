package dev.plumbline.views.picture;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands above and below the picture. */
record Headline(String title, String subtitle, String footer) {

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    static Headline of(MapAnswer answer, Sheet sheet) {
        List<Machine> machines = answer.topology().machines();
        List<Nic> nics = machines.stream().flatMap(m -> m.nics().stream()).toList();
        String verdicts = nics.isEmpty() ? "" : " · " + verdicts(nics);
        String footer = footer(answer);
        String lines = number(nics.size()) + (nics.size() == 1 ? " NIC" : " NICs") + ", down to the wire";
        if (machines.size() == 1) {
            Machine machine = machines.getFirst();
            String word = machine.kind().equals("vm") ? "VM " : machine.kind() + " ";
            return new Headline(
                    Type.fit(machine.name(), 60) + " — " + lines,
                    word + Type.fit(machine.path(), 80) + " on " + place(machine) + verdicts,
                    footer);
        }
        long nodes = sheet.blocks().stream().filter(b -> b.node().isPresent()).count();
        String title = machines.isEmpty() ? "No machine seen" : number(machines.size()) + " machines — " + lines;
        int lost = sheet.blocks().size() - (int) nodes;
        String on = nodes == 0
                ? "node not known"
                : "on " + number((int) nodes) + (nodes == 1 ? " node" : " nodes")
                        + (lost == 0 ? "" : ", " + number(lost) + " on no known node");
        return new Headline(
                Character.toUpperCase(title.charAt(0)) + title.substring(1),
                machines.isEmpty() ? "the sources name none" : on + verdicts + folded(sheet),
                footer);
    }

    private static String folded(Sheet sheet) {
        long folded = sheet.blocks().stream()
                .flatMap(b -> b.machines().stream())
                .filter(Sheet.Rows::folded)
                .count();
        return folded == 0 ? "" : " · " + folded + " machines folded to a line: name them to see their lines";
    }

    double width() {
        return 48 + Math.max(Type.sans(title, 21), Type.sans(subtitle, 13));
    }

    private static String place(Machine machine) {
        return machine.active()
                .flatMap(p -> p.node()
                        .map(node -> Type.fit(node, 60)
                                + (p.verdict() == Verdict.PROVEN
                                        ? ""
                                        : " (" + p.verdict().word() + ")")))
                .orElse("an unknown node");
    }

    /** {@code 7 NICs: 4 proven, 3 inferred}. */
    static String counts(List<Nic> nics) {
        return nics.isEmpty()
                ? "no NIC seen"
                : nics.size() + (nics.size() == 1 ? " NIC: " : " NICs: ") + verdicts(nics);
    }

    /** {@code 4 proven, 3 inferred}, strongest first, then paths that are planned, declared or off. */
    private static String verdicts(List<Nic> nics) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = nics.stream().filter(n -> n.verdict() == verdict).count();
            if (count > 0) {
                parts.add(count + " " + verdict.word());
            }
        }
        Map<String, Integer> states = new TreeMap<>();
        nics.forEach(n -> states.merge(n.path().state(), 1, Integer::sum));
        states.remove("active");
        states.forEach((state, count) -> parts.add(count + " " + Type.fit(state, 20)));
        return String.join(", ", parts);
    }

    private static String footer(MapAnswer answer) {
        List<Gathered.Named> sources = answer.sources();
        String named = sources.stream()
                .limit(6)
                .map(s -> Type.fit(s.name(), 48) + " (" + s.kind() + ")")
                .collect(Collectors.joining(", "));
        String more = sources.size() > 6 ? " and " + (sources.size() - 6) + " more" : "";
        return (sources.isEmpty() ? "" : "Read from " + named + more + " · ") + "drawn by Plumbline";
    }

    private static String number(int n) {
        return n < NUMBERS.size() ? NUMBERS.get(n) : Integer.toString(n);
    }
}
