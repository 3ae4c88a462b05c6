package dev.plumbline.plan.over;

import dev.plumbline.answers.plan.OverAnswer.GuestNote;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a deployment runs os-net-config again in guests that exist. In OSP 16.2 it does so only where
 * NetworkDeploymentActions holds UPDATE, which by default it does not (tripleo-heat-templates
 * common/deploy-steps.j2, tripleo-ansible role tripleo_network_config); in 17.x node provisioning decides.
 */
final class GuestNotes {

    private static final String ACTIONS = "NetworkDeploymentActions";

    private GuestNotes() {}

    static List<GuestNote> of(List<DirectorInputs> inputs) {
        List<GuestNote> notes = new ArrayList<>();
        for (DirectorInputs one : inputs) {
            for (ControlPlane controlPlane : one.controlPlanes()) {
                for (Role role : controlPlane.roles()) {
                    if (role.tripleo()) {
                        notes.add(note(one, controlPlane, role));
                    }
                }
            }
        }
        return List.copyOf(notes);
    }

    private static GuestNote note(DirectorInputs inputs, ControlPlane controlPlane, Role role) {
        Tree nowhere = controlPlane.tree().at("spec", "openStackRelease");
        if (!Set.of("16.2", "train").contains(controlPlane.release())) {
            return new GuestNote(
                    role.roleName(),
                    "os-net-config runs again in existing guests only where node provisioning asks for it"
                            + " (network_config_update: true), which no resource here says",
                    List.of(nowhere.spot().origin()));
        }
        Tree own = inputs.heatParameters().getOrDefault(role.roleName() + ACTIONS, new Tree.Missing(nowhere.spot()));
        Tree all = inputs.heatParameters().getOrDefault(ACTIONS, new Tree.Missing(nowhere.spot()));
        Tree given = own.present() ? own : all;
        boolean again = words(given).contains("UPDATE");
        String says = again
                ? "os-net-config runs again in existing guests at the next deployment: NetworkDeploymentActions holds UPDATE"
                : "os-net-config does not run again in existing guests: NetworkDeploymentActions "
                        + (given.present() ? "does not hold" : "is not given and by default does not hold")
                        + " UPDATE; their configuration stays as it is";
        return new GuestNote(role.roleName(), says, List.of(given.spot().origin()));
    }

    /** A list, or a text with commas. */
    private static List<String> words(Tree given) {
        List<String> words = new ArrayList<>();
        given.items().forEach(item -> words.add(item.text().strip().toUpperCase(Locale.ROOT)));
        for (String word : given.text().split(",", -1)) {
            words.add(word.strip().toUpperCase(Locale.ROOT));
        }
        return words;
    }
}
