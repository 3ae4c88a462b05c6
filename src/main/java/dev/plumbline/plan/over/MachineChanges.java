package dev.plumbline.plan.over;

import dev.plumbline.answers.plan.OverAnswer.MachineChange;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of VMs that exist. The operator updates an interface by its name, appends a new one, and removes none
 * (osp-director-operator pkg/vmset/virtualmachine.go, MergeVMInterfaces): a network added to a role is the last NIC of
 * its running VMs, while new VMs and the nic template follow the sorted order.
 */
final class MachineChanges {

    /** What the definition of a VM calls the NIC on the pod network. */
    private static final String POD_NIC = "default";

    private static final String POD_NETWORK = "pod network";

    private final Existing existing;
    private final Topology seen;

    /** @param seen lines that were observed, for VMs whose objects were not collected */
    MachineChanges(Existing existing, Topology seen) {
        this.existing = existing;
        this.seen = seen;
    }

    /** One VM of a role after the other, by number. */
    List<MachineChange> of(List<PlannedObject> objects) {
        List<MachineChange> changes = new ArrayList<>();
        objects.stream()
                .filter(object -> object.kind().equals("VirtualMachine"))
                .forEach(object -> one(object).ifPresent(changes::add));
        changes.sort(Comparator.comparing(MachineChange::namespace)
                .thenComparing(change -> role(change.name()))
                .thenComparing(change -> number(change.name()))
                .thenComparing(MachineChange::name));
        return List.copyOf(changes);
    }

    private Optional<MachineChange> one(PlannedObject object) {
        Tree planned = object.tree().at("spec", "template", "spec");
        Optional<Tree> defined = existing.find("VirtualMachine", object.namespace(), object.name())
                .map(resource -> resource.tree().at("spec", "template", "spec"));
        Optional<Tree> running = existing.find("VirtualMachineInstance", object.namespace(), object.name())
                .map(resource -> resource.tree().at("spec"));
        Optional<Tree> there = running.or(() -> defined);
        Optional<Machine> observed = observed(object);
        if (there.isEmpty() && observed.isEmpty()) {
            return Optional.empty();
        }
        List<String> now = there.map(Existing::networks).orElseGet(() -> networks(observed.orElseThrow()));
        List<String> fresh = Existing.networks(planned);
        List<String> after = new ArrayList<>(defined.map(Existing::networks).orElse(now));
        fresh.stream().filter(name -> !after.contains(name)).forEach(after::add);
        boolean restart = !after.equals(now);
        boolean recreate = !after.equals(fresh);
        if (!restart && !recreate) {
            return Optional.empty();
        }
        Origin before = there.map(spec ->
                        spec.at("domain", "devices", "interfaces").spot().origin())
                .orElseGet(() -> evidence(observed.orElseThrow()));
        List<Origin> evidence = List.of(before, planned.at("networks").spot().origin());
        return Optional.of(new MachineChange(
                object.namespace(), object.name(), now, List.copyOf(after), fresh, restart, recreate, evidence));
    }

    private Optional<Machine> observed(PlannedObject object) {
        return seen.machines().stream()
                .filter(machine -> machine.kind().equals("vm")
                        && machine.name().equals(object.name())
                        && (machine.namespace().isEmpty() || machine.namespace().equals(object.namespace()))
                        && !machine.nics().isEmpty())
                .findFirst();
    }

    /** Names as a definition has them; {@code ?} for one that is not known. */
    private static List<String> networks(Machine machine) {
        return machine.nics().stream()
                .map(nic ->
                        nic.network().name().map(MachineChanges::interfaceName).orElse("?"))
                .toList();
    }

    private static String interfaceName(String network) {
        return network.equals(POD_NETWORK) ? POD_NIC : network.substring(network.indexOf('/') + 1);
    }

    private static Origin evidence(Machine machine) {
        Nic first = machine.nics().getFirst();
        return first.path().hops().stream()
                .flatMap(hop -> hop.evidence().stream())
                .findFirst()
                .orElseGet(() -> new Origin("", "", 0, "", ""));
    }

    private static String role(String name) {
        int dash = name.lastIndexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    /** Hosts of a role are numbered from 0: controller-10 stands behind controller-2. */
    private static int number(String name) {
        String tail = name.substring(name.lastIndexOf('-') + 1);
        boolean digits = !tail.isEmpty() && tail.length() < 9 && tail.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(tail) : -1;
    }
}
