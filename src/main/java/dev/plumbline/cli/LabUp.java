package dev.plumbline.cli;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.Labs;
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
        LabDescription built =
                labs.up(name, topology, options.kubevirt(), Resources.hash(survey), definitions(call, survey));
        if (call.options().output().equals("json")) {
            call.out().append(built.json());
        } else {
            call.out().append("lab " + name + " is up: " + built.places().size() + " places\n");
            LabVerb.instead(call, built);
        }
        return call.codes();
    }

    private static Map<String, Tree> definitions(Call call, Survey survey) {
        Map<String, Tree> definitions = new TreeMap<>();
        if (call.options().flag(LabCommand.CNI)) {
            survey.blueprint().stream()
                    .flatMap(blueprint -> blueprint.objects().stream())
                    .filter(object -> object.kind().equals("NetworkAttachmentDefinition"))
                    .forEach(object -> definitions.put(object.namespace() + "/" + object.name(), object.tree()));
        }
        return definitions;
    }
}
