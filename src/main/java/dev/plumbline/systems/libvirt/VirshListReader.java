package dev.plumbline.systems.libvirt;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.DomainSeen;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code virsh list}: a domain a line. */
public final class VirshListReader implements Reader {

    /** virsh's words for a domain's state (virsh(1), {@code list}). */
    private static final List<String> STATES = List.of(
            "running",
            "idle",
            "blocked",
            "paused",
            "in shutdown",
            "shut off",
            "crashed",
            "dying",
            "pmsuspended",
            "no state");

    @Override
    public String id() {
        return "virsh-list";
    }

    @Override
    public boolean reads(Command command) {
        VirshCall call = VirshCall.of(command);
        return call.subcommand().equals("list") && !call.has("--uuid") && !call.has("--title");
    }

    @Override
    public Reading read(Observation observation) {
        VirshCall call = VirshCall.of(observation.command());
        boolean namesOnly = call.has("--name");
        List<Fact> facts = new ArrayList<>();
        boolean headed = false;
        boolean unread = false;
        for (Line line : observation.lines()) {
            String text = line.text().strip();
            Optional<DomainSeen> domain = namesOnly ? name(observation, line, text) : row(observation, line, text);
            domain.ifPresent(facts::add);
            headed |= isHeader(text);
            unread |= domain.isEmpty() && !text.isEmpty() && !isHeader(text) && !text.startsWith("---");
        }
        if (headed || !facts.isEmpty()) {
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.DOMAINS,
                    extent(call),
                    unread ? new Filter.Part("a line was not understood") : observation.filter()));
        }
        return Reading.of(facts);
    }

    /** Without {@code --all} virsh leaves out domains that are not active: their absence says nothing. */
    private static Covered.Extent extent(VirshCall call) {
        boolean narrowed = call.words().stream()
                .anyMatch(w -> w.equals("--inactive")
                        || w.startsWith("--state-")
                        || w.startsWith("--with")
                        || w.equals("--transient")
                        || w.equals("--persistent")
                        || w.contains("autostart"));
        if (narrowed) {
            return new Covered.OfKind("some");
        }
        return call.has("--all") ? Covered.WHOLE : new Covered.OfKind("active");
    }

    private static boolean isHeader(String text) {
        return text.startsWith("Id ") && text.endsWith("State");
    }

    private static Optional<DomainSeen> name(Observation observation, Line line, String text) {
        return text.isEmpty() || text.contains(" ") || text.startsWith("-") || text.endsWith(":")
                ? Optional.empty()
                : Optional.of(new DomainSeen(observation.vantage(), observation.at(line), text, "", ""));
    }

    private static Optional<DomainSeen> row(Observation observation, Line line, String text) {
        int gap = text.indexOf(' ');
        if (gap < 0) {
            return Optional.empty();
        }
        String id = text.substring(0, gap);
        boolean running = !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!running && !id.equals("-")) {
            return Optional.empty();
        }
        String rest = text.substring(gap).strip();
        for (String state : STATES) {
            if (rest.endsWith(" " + state)) {
                String name = rest.substring(0, rest.length() - state.length()).strip();
                return name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DomainSeen(
                                observation.vantage(), observation.at(line), name, running ? id : "", state));
            }
        }
        return Optional.empty();
    }
}
