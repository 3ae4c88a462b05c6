package dev.plumbline.cli;

import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.vm.VirtualMachines;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code lab}: its verbs are words, as those of kubectl are. */
final class LabCommand implements CliCommand {

    static final String NAME = "--name";
    static final String DEST = "--dest";
    static final String WIRING = "--wiring";
    static final String LIKE = "--like";
    static final String VLANS = "--vlans";
    static final String GUEST = "--guest";
    static final String MAX_VMS = "--max-vms";

    private static final List<LabVerb> VERBS = List.of(
            new LabUp(),
            new LabList(),
            new LabStatusVerb(),
            new LabExec(),
            new LabCapture(),
            new LabFaults(),
            new LabBreak(),
            new LabHeal(),
            new LabDown());

    @Override
    public String name() {
        return "lab";
    }

    @Override
    public Group group() {
        return Group.PLAN;
    }

    @Override
    public String summary() {
        return "The planned network as the real thing, in namespaces of this machine";
    }

    @Override
    public String operands() {
        return "up RESOURCES|list|status|exec PLACE -- COMMAND|capture|faults|break FAULT [AT]|heal [FAULT]|down";
    }

    @Override
    public String operandsMean() {
        return "RESOURCES are manifests as for plan. PLACE is a VM by its name or vm/NAME, node/NAME, pod/NAME, fabric, "
                + "or a place that status shows. Nothing of this machine is changed; down leaves nothing.";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "json");
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(NAME, "Which lab: 1 to 32 of a-z, 0-9 and the hyphen. Without it, lab.");
        options.put(DEST, "Where capture writes: a folder, made where it is not there.");
        options.put(
                WIRING,
                "Who makes the pods' interfaces: cni, this machine's plugins as Multus calls them (default up to 10 VMs), "
                        + "or direct, batches with the same result (default above, and without plugins).");
        options.put(
                LIKE,
                "Evidence of a real environment (a session, a capture) whose names and MACs up takes where a plan leaves them to chance.");
        options.put(
                GUEST,
                "What stands for a VM: netns (default); tap, whose NICs are reached through real taps; or vm, a machine.");
        options.put(MAX_VMS, "How many machines --guest vm may start. Without it, " + VirtualMachines.MOST + ".");
        options.put(
                VLANS,
                "Who keeps the VLANs of bridges' ports apart: auto (default), the kernel where it can; ovs, Open vSwitch "
                        + "where it cannot.");
        options.putAll(PlanCommand.assumptions());
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline lab up manifests/                     # build it",
                "plumbline lab exec controller-0 -- ping -c 1 172.18.0.1",
                "plumbline lab exec node/worker-1 -- bridge link",
                "plumbline lab status                            # its places, and what was built instead of what",
                "plumbline lab break mtu-lowered controller-0/nic5",
                "plumbline lab heal                              # undo it",
                "plumbline lab down                              # end it");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        List<String> words = call.options().words();
        String verb = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        Labs labs = labs(call.environment());
        LabVerb found = VERBS.stream()
                .filter(each -> each.word().equals(verb))
                .findFirst()
                .orElseThrow(
                        () -> LabVerb.usage((verb.isEmpty() ? "lab takes a verb" : "'" + verb + "' is no verb of lab")
                                + ": expected " + words()));
        try {
            return found.run(call, labs, rest);
        } catch (LabException failed) {
            throw new Refusal(ExitCode.UNREACHABLE, failed.says(), List.of());
        }
    }

    static Labs labs(Map<String, String> environment) {
        return Labs.of(environment.getOrDefault("XDG_STATE_HOME", ""), environment.getOrDefault("HOME", "/"));
    }

    private static String words() {
        List<String> words = VERBS.stream().map(LabVerb::word).toList();
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
