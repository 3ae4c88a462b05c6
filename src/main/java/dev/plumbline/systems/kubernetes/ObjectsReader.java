package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** API objects as YAML or JSON: in a file, in the output of {@code get -o yaml}, or typed out by {@code cat}. */
public final class ObjectsReader implements Reader {

    private final List<ObjectReader> readers;

    public ObjectsReader(List<ObjectReader> readers) {
        this.readers = List.copyOf(readers);
    }

    @Override
    public String id() {
        return "api-objects";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().isEmpty()
                || isManifest(command)
                || Kubectl.of(command).filter(ObjectsReader::printsDocuments).isPresent();
    }

    static boolean printsDocuments(Kubectl command) {
        String output = command.output().toLowerCase(Locale.ROOT);
        return command.gets() && (output.equals("yaml") || output.equals("json")) && !command.has("watch");
    }

    /** A copied file may be anything; os-net-config's own files have their reader. */
    static boolean isManifest(Command command) {
        List<String> operands = command.operands();
        if (!command.program().equals("cat") || operands.size() != 1) {
            return false;
        }
        String path = operands.getFirst().toLowerCase(Locale.ROOT);
        return (path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json"))
                && !path.contains("os-net-config");
    }

    @Override
    public Reading read(Observation observation) {
        Optional<Kubectl> command = Kubectl.of(observation.command());
        boolean document = observation.filter() instanceof Filter.None || observation.filter() instanceof Filter.Part;
        if (!document) {
            List<Fact> facts = new ArrayList<>();
            command.ifPresent(oc -> {
                facts.addAll(new Coverage(observation, oc).named());
                facts.addAll(GreppedDefinitions.of(observation, oc));
            });
            return Reading.of(facts);
        }
        ObjectStream objects = ObjectStream.of(observation, command.isPresent());
        Reading read = objects.read(readers);
        List<Fact> facts = new ArrayList<>();
        command.ifPresent(oc -> {
            Coverage coverage = new Coverage(observation, oc);
            facts.addAll(coverage.named());
            if (read.problems().isEmpty()) {
                facts.addAll(coverage.covered(objects.onlyNamespace()));
            }
        });
        return Reading.of(facts).and(read);
    }
}
