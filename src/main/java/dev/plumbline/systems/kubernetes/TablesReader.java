package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of {@code oc get}, default and wide, of one resource or of several. */
public final class TablesReader implements Reader {

    @Override
    public String id() {
        return "oc-get";
    }

    @Override
    public boolean reads(Command command) {
        return Kubectl.of(command).filter(TablesReader::printsTable).isPresent();
    }

    static boolean printsTable(Kubectl command) {
        boolean table = command.output().isEmpty() || command.output().equals("wide");
        // A watch prints a row for every change, the deleted ones too.
        boolean watch = command.has("watch") || command.has("watch-only");
        boolean known = !command.targets().resources().isEmpty()
                || command.targets().words().contains("all");
        return command.gets() && table && known && !watch;
    }

    @Override
    public Reading read(Observation observation) {
        Optional<Kubectl> parsed = Kubectl.of(observation.command());
        if (parsed.isEmpty()) {
            return Reading.of(List.of());
        }
        Kubectl command = parsed.get();
        Coverage coverage = new Coverage(observation, command);
        List<Fact> facts = new ArrayList<>(coverage.named());
        List<Line> lines = observation.lines();
        Table.Listing listing = Table.read(lines, observation.filter());
        if (listing.rows().isEmpty() && !listing.whole()) {
            listing = Headerless.read(lines, command);
        }
        if (listing.whole()) {
            facts.addAll(coverage.covered(""));
        }
        RowFacts rows = new RowFacts(coverage);
        listing.rows().forEach(row -> rows.of(row).ifPresent(facts::add));
        return Reading.of(facts);
    }
}
