package dev.plumbline.cli;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.LabRequest;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.PodLinks;
import dev.plumbline.lab.draft.Likeness;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.topology.Topology;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Builds what manifests plan. */
final class LabUp implements LabVerb {

    @Override
    public String word() {
        return "up";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException {
        if (words.isEmpty() && call.options().files().isEmpty()) {
            throw LabVerb.usage("lab up takes RESOURCES");
        }
        LabName name = LabVerb.name(call);
        PlanOptions options = PlanCommand.options(call.options().own());
        Survey survey = call.with(words).plan(options);
        Optional<String> like = Optional.ofNullable(call.options().own().get(LabCommand.LIKE));
        Topology topology = like.isPresent()
                ? Likeness.of(
                        survey.topology(),
                        call.survey(List.of(like.get()), Survey::problems).topology())
                : survey.topology();
        LabRequest request =
                new LabRequest(Resources.hash(survey), options.kubevirt(), definitions(survey), links(call));
        Labs.Raised raised = labs.up(name, topology, request);
        LabDescription built = raised.description();
        if (call.options().output().equals("json")) {
            call.out().append(built.json());
        } else {
            String what = raised.already() ? " stands already, from the same resources: " : " is up: ";
            call.out()
                    .append("lab " + name + what + built.places().size() + " places, wiring " + built.wiring() + "\n");
            LabVerb.instead(call, built);
        }
        return call.codes();
    }

    private static Optional<PodLinks> links(Call call) throws Refusal {
        String word = call.options().own().getOrDefault(LabCommand.WIRING, "");
        Optional<PodLinks> links = PodLinks.parse(word);
        if (links.isEmpty() && !word.isEmpty()) {
            throw LabVerb.usage(LabCommand.WIRING + " " + word + ": expected cni or direct");
        }
        if (!call.options().own().containsKey(LabCommand.LIKE)) {
            return links;
        }
        if (links.equals(Optional.of(PodLinks.CNI))) {
            throw LabVerb.usage(LabCommand.LIKE + " goes with " + LabCommand.WIRING
                    + " direct: plugins draw the names of veths themselves");
        }
        return Optional.of(PodLinks.DIRECT);
    }

    private static Map<String, Tree> definitions(Survey survey) {
        Map<String, Tree> definitions = new TreeMap<>();
        survey.blueprint().stream()
                .flatMap(blueprint -> blueprint.objects().stream())
                .filter(object -> object.kind().equals("NetworkAttachmentDefinition"))
                .forEach(object -> definitions.put(object.namespace() + "/" + object.name(), object.tree()));
        return definitions;
    }
}
