package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NodeSeen;
import dev.plumbline.facts.VmSeen;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.CutOutput;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code oc describe pod|vmi|node}. The name is taken from the output: describe also finds by a name's beginning. */
final class DescribeReader implements Reader {

    private static final List<Resource> READ = List.of(Resource.POD, Resource.INSTANCE, Resource.NODE);

    @Override
    public String id() {
        return "oc-describe";
    }

    @Override
    public boolean reads(Command command) {
        return Kubectl.of(command)
                .filter(oc -> oc.verb().equals("describe"))
                .flatMap(DescribeReader::resource)
                .isPresent();
    }

    private static Optional<Resource> resource(Kubectl command) {
        return command.targets().only().filter(READ::contains);
    }

    @Override
    public Reading read(Observation observation) {
        Optional<Kubectl> command = Kubectl.of(observation.command());
        Optional<Resource> resource = command.flatMap(DescribeReader::resource);
        if (resource.isEmpty()) {
            return Reading.of(List.of());
        }
        List<Fact> facts = new ArrayList<>(new Coverage(observation, command.get()).named());
        if (observation.filter() instanceof Filter.Part || observation.filter() instanceof Filter.None) {
            Description.of(CutOutput.sure(observation).lines()).stream()
                    .filter(object -> !object.value("Name").isEmpty())
                    .forEach(object -> facts.addAll(facts(observation, resource.get(), object)));
        }
        return Reading.of(facts);
    }

    private static List<? extends Fact> facts(Observation observation, Resource resource, Description object) {
        Vantage vantage = ApiObject.clusterVantage(observation);
        return switch (resource) {
            case POD -> new DescribedPod(observation, object).facts();
            case NODE ->
                List.of(new NodeSeen(
                        vantage,
                        observation.at(object.section("Name").getFirst()),
                        object.value("Name"),
                        object.value("Addresses", "InternalIP"),
                        object.labels().stream().sorted().toList()));
            case INSTANCE ->
                object.value("Kind").equals("VirtualMachineInstance")
                        ? List.of(new VmSeen(
                                vantage,
                                nodeLine(observation, object),
                                object.value("Namespace"),
                                object.value("Name"),
                                object.value("Metadata", "UID"),
                                object.value("Status", "Phase"),
                                object.value("Status", "Node Name"),
                                "",
                                List.of(),
                                Optional.empty()))
                        : List.of();
            default -> List.of();
        };
    }

    private static Origin nodeLine(Observation observation, Description object) {
        return observation.at(object.section("Status").stream()
                .filter(line -> line.text().startsWith("  Node Name:"))
                .findFirst()
                .orElse(object.section("Name").getFirst()));
    }
}
