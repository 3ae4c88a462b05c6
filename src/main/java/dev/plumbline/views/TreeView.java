package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** {@code -o tree}: machines, their NICs, and each path place by place. */
public record TreeView(Ink ink) implements View<MapAnswer> {

    private static final String BRANCH = "├─ ";
    private static final String LAST = "└─ ";
    private static final String PASS = "│  ";
    private static final String BLANK = "   ";

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        for (Machine machine : answer.topology().machines()) {
            List<String> words =
                    Wording.headline(machine).stream().map(Clean::line).toList();
            out.append(ink.strong(words.getFirst()));
            for (String word : words.subList(1, words.size())) {
                out.append("   ").append(word);
            }
            out.append('\n');
            Iterator<Nic> nics = machine.nics().iterator();
            while (nics.hasNext()) {
                Nic nic = nics.next();
                nic(machine, nic, !nics.hasNext(), out);
            }
        }
    }

    private void nic(Machine machine, Nic nic, boolean last, Appendable out) throws IOException {
        List<String> words = new ArrayList<>(List.of(nic.ref(), Wording.network(nic.network())));
        nic.addresses().forEach(address -> words.add(address.address() + " (" + address.basis() + ")"));
        out.append(last ? LAST : BRANCH)
                .append(Clean.line(String.join("  ", words)))
                .append("  ");
        out.append(verdict(machine, nic.path())).append('\n');
        path(nic.path(), last ? BLANK : PASS, out);
        for (NicPath path : nic.otherPaths()) {
            out.append(last ? BLANK : PASS).append(verdict(machine, path)).append('\n');
            path(path, last ? BLANK : PASS, out);
        }
    }

    private String verdict(Machine machine, NicPath path) {
        return ink.verdict(path.verdict(), Clean.line(Wording.verdict(machine, path)));
    }

    /** One line a place, its devices in order: that is how a path reads at a glance. */
    private void path(NicPath path, String indent, Appendable out) throws IOException {
        List<List<Hop>> places = new ArrayList<>();
        for (Hop hop : path.hops()) {
            if (places.isEmpty() || !places.getLast().getFirst().scope().equals(hop.scope())) {
                places.add(new ArrayList<>());
            }
            places.getLast().add(hop);
        }
        for (int i = 0; i < places.size(); i++) {
            Scope scope = places.get(i).getFirst().scope();
            out.append(indent).append(i == places.size() - 1 ? LAST : BRANCH).append(Clean.line(scope.path()));
            String hops = places.get(i).stream().map(this::hop).collect(Collectors.joining(" "));
            out.append("  ").append(hops).append('\n');
        }
    }

    /** {@code -peer-> vethf037a556 (64)}; a step that is not proven carries its verdict. */
    private String hop(Hop hop) {
        String step = hop.step().map(Step::word).map(word -> "-" + word + "-> ").orElse("");
        String device = hop.members().isEmpty()
                ? hop.label() + index(hop.ifindex())
                : hop.members().stream()
                        .map(member -> member.device().id().name()
                                + index(member.device().index()))
                        .collect(Collectors.joining(", ", "{", "}"));
        String either = hop.candidates().isEmpty()
                ? ""
                : hop.candidates().stream()
                        .map(candidate -> candidate.device().name())
                        .collect(Collectors.joining(" or ", " (", ")"));
        String weak =
                hop.verdict() == Verdict.PROVEN ? "" : " [" + hop.verdict().word() + "]";
        return ink.verdict(hop.verdict(), Clean.line(step + device + either + weak));
    }

    private static String index(OptionalInt index) {
        return index.isPresent() ? " (" + index.getAsInt() + ")" : "";
    }
}
