package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code oc get events}: what Multus attached, an event a line. */
final class EventsReader implements Reader {

    private static final Pattern ROW = Pattern.compile("(\\S++)\\s.*\\bAddedInterface\\s++pod/(\\S++)\\s.*");

    @Override
    public String id() {
        return "oc-get-events";
    }

    @Override
    public boolean reads(Command command) {
        return Kubectl.of(command)
                .filter(oc -> oc.gets() && (oc.output().isEmpty() || oc.output().equals("wide")))
                .filter(oc -> List.of(List.of("events"), List.of("event"), List.of("ev"))
                        .contains(oc.targets().words()))
                .isPresent();
    }

    @Override
    public Reading read(Observation observation) {
        Optional<Kubectl> command = Kubectl.of(observation.command());
        if (command.isEmpty()) {
            return Reading.of(List.of());
        }
        Coverage coverage = new Coverage(observation, command.get());
        List<Fact> facts = new ArrayList<>(coverage.named());
        List<Line> lines = observation.lines();
        for (int i = 0; i < lines.size(); i++) {
            boolean mayBeCut = observation.filter() instanceof Filter.Opaque
                    || observation.filter() instanceof Filter.Part && i == lines.size() - 1;
            Line line = lines.get(i);
            Matcher row = ROW.matcher(line.text());
            Optional<AddedInterface> added = mayBeCut ? Optional.empty() : AddedInterface.of(line.text());
            if (added.isPresent() && row.matches()) {
                String namespace = command.get().allNamespaces() ? row.group(1) : coverage.namespace();
                facts.add(added.get()
                        .of(
                                ApiObject.clusterVantage(observation),
                                observation.at(line),
                                Coverage.isLiteral(namespace) ? namespace : "",
                                row.group(2)));
            }
        }
        return Reading.of(facts);
    }
}
