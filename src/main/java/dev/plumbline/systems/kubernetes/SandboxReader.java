package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NetnsOfPod;
import dev.plumbline.systems.CutOutput;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code crictl inspectp}: which network namespace of the node is which pod's. */
final class SandboxReader implements Reader {

    @Override
    public String id() {
        return "crictl-inspectp";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().equals("crictl") && command.operands().contains("inspectp");
    }

    @Override
    public Reading read(Observation observation) {
        boolean document = observation.filter() instanceof Filter.None || observation.filter() instanceof Filter.Part;
        if (!document) {
            return Reading.of(List.of());
        }
        Document parsed = Document.of(CutOutput.sure(observation));
        List<Fact> facts = new ArrayList<>();
        for (Tree root : parsed.roots()) {
            List<Tree> sandboxes = root instanceof Tree.Sequence list ? list.items() : List.of(root);
            sandboxes.forEach(sandbox -> netns(observation, sandbox).ifPresent(facts::add));
        }
        boolean cut = observation.filter() instanceof Filter.Part;
        return new Reading(facts, cut ? List.of() : parsed.problem().stream().toList());
    }

    private static Optional<Fact> netns(Observation observation, Tree sandbox) {
        Tree metadata = sandbox.at("status", "metadata");
        Tree labels = sandbox.at("status", "labels");
        String name = either(metadata.at("name"), labels.at("io.kubernetes.pod.name"));
        String namespace = either(metadata.at("namespace"), labels.at("io.kubernetes.pod.namespace"));
        Optional<Tree> path = sandbox.at("info", "runtimeSpec", "linux", "namespaces").items().stream()
                .filter(each -> each.at("type").text().equals("network"))
                .map(each -> each.at("path"))
                .filter(each -> each.text().matches("/(?:var/)?run/netns/[^/]++"))
                .findFirst();
        return path.filter(_ -> !name.isEmpty() && !namespace.isEmpty())
                .map(each -> new NetnsOfPod(
                        observation.vantage(),
                        each.spot().origin(),
                        each.text().substring(each.text().lastIndexOf('/') + 1),
                        namespace,
                        name));
    }

    private static String either(Tree first, Tree second) {
        return first.text().isEmpty() ? second.text() : first.text();
    }
}
