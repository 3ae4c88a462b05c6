package dev.plumbline.plan.over;

import dev.plumbline.answers.plan.OverAnswer;
import dev.plumbline.answers.plan.OverAnswer.ObjectChange;
import dev.plumbline.facts.Fact;
import dev.plumbline.plan.Blueprint;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A plan held against what is there. */
public final class Over {

    /** Objects that people write or that keep what was given out; everything else in a cluster is made of these. */
    private static final Set<String> INPUTS = Set.of(
            "OpenStackNetConfig",
            "OpenStackControlPlane",
            "OpenStackVMSet",
            "OpenStackBaremetalSet",
            "OpenStackClient",
            "OpenStackConfigGenerator",
            "OpenStackNet",
            "ConfigMap",
            "Service",
            "Node",
            "Network",
            "Provisioning",
            "VirtualMachine",
            "NetworkAttachmentDefinition",
            "NodeNetworkConfigurationPolicy");

    /** What the operator makes and yet reads again: it holds the addresses that were given out. */
    private static final String HELD = "OpenStackNet";

    private static final String DELETE_HOST = "osp-director.openstack.org/delete-host";

    private Over() {}

    /**
     * The resources that a cluster has once the manifests are applied: those of the manifests, and of what is there all
     * that people wrote and the manifests do not replace.
     */
    public static List<ApiResource> applied(List<ApiResource> manifests, List<ApiResource> there) {
        Set<String> replaced = new HashSet<>();
        manifests.forEach(
                resource -> replaced.add(Existing.key(resource.kind(), resource.namespace(), resource.name())));
        List<ApiResource> all = new ArrayList<>(manifests);
        there.stream()
                .filter(resource -> INPUTS.contains(resource.kind()) && (written(resource) || held(resource)))
                .filter(resource ->
                        !replaced.contains(Existing.key(resource.kind(), resource.namespace(), resource.name())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static boolean written(ApiResource resource) {
        return !resource.tree().at("metadata", "labels", ObjectChanges.OWNER).present();
    }

    private static boolean held(ApiResource resource) {
        return resource.kind().equals(HELD)
                || resource.object().annotation(DELETE_HOST).present();
    }

    /**
     * What applying will do.
     *
     * @param blueprint the plan of {@link #applied}
     * @param inputs of the same resources
     * @param there objects that were collected
     * @param seen facts of everything that was collected
     * @param lines that were observed
     */
    public static OverAnswer of(
            Blueprint blueprint,
            List<DirectorInputs> inputs,
            List<ApiResource> there,
            List<Fact> seen,
            Topology lines) {
        Existing existing = new Existing(there);
        ObjectChanges objects = new ObjectChanges(existing, lines);
        List<ObjectChange> changes = objects.of(blueprint.objects());
        return new OverAnswer(
                changes,
                objects.same(),
                new MachineChanges(existing, lines).of(blueprint.objects()),
                new NodeLacks(seen).of(blueprint.facts()),
                GuestNotes.of(inputs),
                blueprint.remarks());
    }
}
