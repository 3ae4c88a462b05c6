package dev.plumbline.cli;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.LabRequest;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.draft.GuestKind;
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
        LabDescription built = labs.up(
                name,
                new LabRequest(
                        like(call, survey.topology()),
                        options.kubevirt(),
                        guests(call),
                        Resources.hash(survey),
                        definitions(call, survey),
                        switched(call)));
        if (call.options().output().equals("json")) {
            call.out().append(built.json());
        } else {
            call.out().append("lab " + name + " is up: " + built.places().size() + " places\n");
            LabVerb.instead(call, built, false);
        }
        return call.codes();
    }

    private static boolean switched(Call call) throws Refusal {
        String word = call.options().own().getOrDefault(LabCommand.VLANS, "auto");
        if (word.equals("ovs") && call.options().flag(LabCommand.CNI)) {
            throw LabVerb.usage(LabCommand.VLANS + " ovs: the plugins of " + LabCommand.CNI
                    + " attach pods to bridges of the kernel only");
        }
        if (!word.equals("ovs") && !word.equals("auto")) {
            throw LabVerb.usage(LabCommand.VLANS + " " + word + ": expected auto or ovs");
        }
        return word.equals("ovs");
    }

    /** The plan under the names of the evidence that {@code --like} gives. */
    private static Topology like(Call call, Topology planned) throws IOException, Refusal {
        Optional<String> source = Optional.ofNullable(call.options().own().get(LabCommand.LIKE));
        return source.isEmpty()
                ? planned
                : Likeness.of(
                        planned,
                        call.survey(List.of(source.get()), Survey::problems).topology());
    }

    private static GuestKind guests(Call call) throws Refusal {
        String word = call.options().own().getOrDefault(LabCommand.GUEST, GuestKind.NETNS.word());
        return GuestKind.parse(word)
                .filter(kind -> kind != GuestKind.VM)
                .orElseThrow(() -> LabVerb.usage(LabCommand.GUEST + " " + word + ": expected netns or tap"));
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
