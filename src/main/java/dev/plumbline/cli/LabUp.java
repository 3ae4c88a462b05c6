package dev.plumbline.cli;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.VmNic;
import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.LabRequest;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.PodLinks;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.Likeness;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.vm.VirtualMachines;
import dev.plumbline.lab.vm.VmOptions;
import dev.plumbline.plan.Blueprint;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.topology.Topology;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        Labs.Raised raised = labs.up(
                name,
                new LabRequest(
                        like(call, survey.topology()),
                        Resources.hash(survey),
                        options.kubevirt(),
                        guests(call),
                        machines(call),
                        definitions(survey),
                        links(call),
                        switched(call),
                        interfaces(survey),
                        LabRequest.Config.of(
                                survey.blueprint().map(Blueprint::files).orElse(List.of()))));
        LabDescription built = raised.description();
        if (call.options().output().equals("json")) {
            call.out().append(built.json());
        } else {
            String what = raised.already() ? " stands already, from the same resources: " : " is up: ";
            call.out()
                    .append("lab " + name + what + built.places().size() + " places, wiring " + built.wiring() + "\n");
            LabVerb.instead(call, built, false);
        }
        return call.codes();
    }

    private static boolean switched(Call call) throws Refusal {
        String word = call.options().own().getOrDefault(LabCommand.VLANS, "auto");
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

    private static Optional<PodLinks> links(Call call) throws Refusal {
        String word = call.options().own().getOrDefault(LabCommand.WIRING, "");
        Optional<PodLinks> links = PodLinks.parse(word);
        if (links.isEmpty() && !word.isEmpty()) {
            throw LabVerb.usage(LabCommand.WIRING + " " + word + ": expected cni or direct");
        }
        if (switched(call)) {
            if (links.equals(Optional.of(PodLinks.CNI))) {
                throw LabVerb.usage(LabCommand.VLANS + " ovs goes with " + LabCommand.WIRING
                        + " direct: plugins attach pods to bridges of the kernel only");
            }
            return Optional.of(PodLinks.DIRECT);
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

    private static Map<String, List<String>> interfaces(Survey survey) {
        return FactSet.of(survey.facts()).all(VmNic.class).stream()
                .filter(nic -> nic.order() >= 0)
                .sorted(Comparator.comparingInt(VmNic::order))
                .collect(Collectors.groupingBy(
                        nic -> nic.namespace() + "/" + nic.vm(),
                        TreeMap::new,
                        Collectors.mapping(VmNic::network, Collectors.toList())));
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
