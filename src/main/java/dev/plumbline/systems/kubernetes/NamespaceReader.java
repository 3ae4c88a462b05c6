package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NamespaceNamed;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code oc project}, and the namespace that any other command names whose output is not read. */
final class NamespaceReader implements Reader {

    private static final Pattern PROJECT =
            Pattern.compile("(?:Now using|Already on|Using) project \"([a-z0-9](?:[-a-z0-9]*+))\".*");

    private final List<Reader> others;

    /** @param others the readers that read more of a command than its namespace */
    NamespaceReader(List<Reader> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public String id() {
        return "oc-project";
    }

    @Override
    public boolean reads(Command command) {
        return Kubectl.of(command)
                .filter(oc ->
                        oc.verb().equals("project") || !oc.namedNamespace().isEmpty())
                .filter(_ -> others.stream().noneMatch(other -> other.reads(command)))
                .isPresent();
    }

    @Override
    public Reading read(Observation observation) {
        Optional<Kubectl> command = Kubectl.of(observation.command());
        List<Fact> facts = new ArrayList<>();
        command.ifPresent(oc -> facts.addAll(new Coverage(observation, oc).named()));
        if (command.filter(oc -> oc.verb().equals("project")).isPresent()) {
            for (Line line : observation.lines()) {
                Matcher project = PROJECT.matcher(line.text());
                if (project.matches()) {
                    facts.add(new NamespaceNamed(
                            ApiObject.clusterVantage(observation), observation.at(line), project.group(1)));
                }
            }
        }
        return Reading.of(facts);
    }
}
