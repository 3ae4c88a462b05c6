package dev.plumbline.plan.over;

import dev.plumbline.answers.plan.OverAnswer.MachineChange;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Tree;
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

    private final Existing existing;

    MachineChanges(Existing existing) {
        this.existing = existing;
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
        if (there.isEmpty()) {
            return Optional.empty();
        }
        List<String> now = Existing.networks(there.get());
        List<String> fresh = Existing.networks(planned);
        List<String> after = new ArrayList<>(Existing.networks(defined.orElse(there.get())));
        fresh.stream().filter(name -> !after.contains(name)).forEach(after::add);
        boolean restart = !after.equals(now);
        boolean recreate = !after.equals(fresh);
        if (!restart && !recreate) {
            return Optional.empty();
        }
        List<Origin> evidence = List.of(
                there.get().at("domain", "devices", "interfaces").spot().origin(),
                planned.at("networks").spot().origin());
        return Optional.of(new MachineChange(
                object.namespace(), object.name(), now, List.copyOf(after), fresh, restart, recreate, evidence));
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
