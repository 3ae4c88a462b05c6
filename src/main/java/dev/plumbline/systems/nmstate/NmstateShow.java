package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.CutOutput;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;

/** {@code nmstatectl show}: the state of the machine it runs on, its veths included. */
public final class NmstateShow implements Reader {

    private static final List<String> SHOW = List.of("show", "s");

    @Override
    public String id() {
        return "nmstatectl-show";
    }

    @Override
    public boolean reads(Command command) {
        List<String> words = command.operands();
        return command.program().equals("nmstatectl") && !words.isEmpty() && SHOW.contains(words.getFirst());
    }

    @Override
    public Reading read(Observation observation) {
        boolean document = observation.filter() instanceof Filter.None || observation.filter() instanceof Filter.Part;
        if (!document) {
            return Reading.of(List.of());
        }
        Document parsed = Document.of(CutOutput.sure(observation));
        Tree state = parsed.root();
        List<Fact> facts = new ArrayList<>();
        Command command = observation.command();
        boolean running = command.has("-r") || command.has("--running-config");
        if (state.at("interfaces") instanceof Tree.Sequence && parsed.problem().isEmpty() && !running) {
            List<String> named =
                    command.operands().subList(1, command.operands().size());
            Covered.Extent extent = named.isEmpty() ? Covered.WHOLE : new Covered.One(named.getFirst());
            facts.add(new Covered(
                    observation.vantage(), observation.atCommand(), Subject.LINKS, extent, observation.filter()));
        }
        facts.addAll(new InterfaceFacts(observation, observation.vantage()).of(state));
        boolean cut = observation.filter() instanceof Filter.Part;
        return new Reading(facts, cut ? List.of() : parsed.problem().stream().toList());
    }
}
