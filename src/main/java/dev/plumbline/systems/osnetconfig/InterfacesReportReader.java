package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NicAlias;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;

/** {@code os-net-config --interfaces}: one JSON object, alias to name; a real name, if asked for, maps to itself. */
public final class InterfacesReportReader implements Reader {

    @Override
    public String id() {
        return "os-net-config-interfaces";
    }

    @Override
    public boolean reads(Command command) {
        return OsNetConfigCall.is(command) && new OsNetConfigCall(command).reports();
    }

    @Override
    public Reading read(Observation observation) {
        List<Line> lines = observation.lines();
        int start = 0;
        // Log lines come first, and some begin with a bracket.
        while (start < lines.size() && !lines.get(start).text().strip().startsWith("{")) {
            start++;
        }
        if (start == lines.size() || !(observation.filter() instanceof Filter.None)) {
            return Reading.of(List.of());
        }
        Document document = Document.json(new Observation(
                observation.source(),
                observation.file(),
                observation.vantage(),
                observation.command(),
                observation.namespace(),
                observation.filter(),
                observation.asked(),
                lines.subList(start, lines.size())));
        List<Fact> facts = new ArrayList<>();
        document.root().fields().forEach((alias, device) -> {
            if (device instanceof Tree.Scalar name
                    && !name.text().isEmpty()
                    && !name.text().equals(alias)) {
                facts.add(new NicAlias(observation.vantage(), name.spot().origin(), alias, name.text()));
            }
        });
        boolean all = new OsNetConfigCall(observation.command()).asked().isEmpty();
        if (all && !facts.isEmpty() && document.problem().isEmpty()) {
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.NIC_ALIASES,
                    Covered.WHOLE,
                    observation.filter()));
        }
        return new Reading(List.copyOf(facts), document.problem().stream().toList());
    }
}
