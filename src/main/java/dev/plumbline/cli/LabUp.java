package dev.plumbline.cli;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.vm.VirtualMachines;
import dev.plumbline.lab.vm.VmOptions;
import dev.plumbline.plan.PlanOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
                survey.topology(),
                options.kubevirt(),
                guests(call),
                machines(call),
                Resources.hash(survey),
                definitions(call, survey));
        if (call.options().output().equals("json")) {
            call.out().append(built.json());
        } else {
            call.out().append("lab " + name + " is up: " + built.places().size() + " places\n");
            LabVerb.instead(call, built);
        }
        return call.codes();
    }

    private static GuestKind guests(Call call) throws Refusal {
        String word = call.options().own().getOrDefault(LabCommand.GUEST, GuestKind.NETNS.word());
        return GuestKind.parse(word)
                .orElseThrow(() -> LabVerb.usage(LabCommand.GUEST + " " + word + ": expected netns, tap or vm"));
    }

    private static VmOptions machines(Call call) throws Refusal {
        String most = call.options().own().getOrDefault(LabCommand.MAX_VMS, "" + VirtualMachines.MOST);
        if (!most.matches("[1-9]\\d{0,2}")) {
            throw LabVerb.usage(LabCommand.MAX_VMS + " " + most + ": expected a number from 1 to 999");
        }
        return VmOptions.of(
                call.environment().getOrDefault("XDG_CACHE_HOME", ""),
                call.environment().getOrDefault("HOME", "/"),
                Integer.parseInt(most));
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
