package dev.plumbline.plan;

import dev.plumbline.answers.plan.GuestFile;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.CloudInit;
import dev.plumbline.systems.ospdirector.Derived;
import dev.plumbline.systems.ospdirector.DerivedObject;
import dev.plumbline.systems.ospdirector.Director;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.DirectorInputs.VmSet;
import dev.plumbline.systems.ospdirector.HostAddresses.Assigned;
import dev.plumbline.systems.ospdirector.HostAddresses.Host;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import dev.plumbline.systems.ospdirector.InputsReader;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NicTemplate;
import dev.plumbline.systems.ospdirector.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the OSP director operator adds to the resources.
 *
 * @param inputs what it was given, by namespace
 * @param objects that it makes
 * @param files that TripleO's templates put into guests
 * @param derived what it makes of each of the inputs
 * @param removed keys of VMs among the resources that it deletes: namespace/name
 */
record DirectorStep(
        List<DirectorInputs> inputs,
        List<PlannedObject> objects,
        List<GuestFile> files,
        List<Derived> derived,
        Set<String> removed,
        List<Problem> problems) {

    static DirectorStep of(List<ApiResource> resources) {
        InputsReader.Result read = InputsReader.read(resources);
        Making making = new Making();
        read.inputs().forEach(making::namespace);
        return new DirectorStep(
                read.inputs(), making.objects, making.files, making.derived, making.removed, read.problems());
    }

    private static final class Making {
        private final List<PlannedObject> objects = new ArrayList<>();
        private final List<GuestFile> files = new ArrayList<>();
        private final List<Derived> derived = new ArrayList<>();
        private final Set<String> removed = new HashSet<>();

        void namespace(DirectorInputs inputs) {
            Derived made = Director.derive(inputs);
            derived.add(made);
            made.objects().forEach(this::object);
            made.removedHosts().forEach(host -> removed.add(inputs.namespace() + "/" + host));
            Optional<NetConfig> config = inputs.netConfigs().stream().findFirst();
            if (config.isPresent()) {
                for (Host host : made.addresses().hosts().values()) {
                    if (host.use() == Use.VM) {
                        guest(inputs, config.get(), host);
                    }
                }
            }
        }

        private void object(DerivedObject object) {
            objects.add(new PlannedObject(
                    object.apiVersion(), object.kind(), object.namespace(), object.name(), object.tree(), true));
        }

        private void guest(DirectorInputs inputs, NetConfig config, Host host) {
            Map<String, Tree> addresses = new LinkedHashMap<>();
            host.bySubnet().forEach((subnet, assigned) -> addresses.put(subnet, value(assigned)));
            for (ControlPlane controlPlane : inputs.controlPlanes()) {
                for (Role role : controlPlane.roles()) {
                    if (role.setName().equals(host.set())) {
                        file(inputs, config, controlPlane.release(), role, host.name(), addresses);
                    }
                }
            }
            role(inputs, host.set())
                    .ifPresent(role ->
                            objects.add(planned(CloudInit.secret(config, role, host.set(), host.name(), addresses))));
        }

        private void file(
                DirectorInputs inputs,
                NetConfig config,
                String release,
                Role role,
                String host,
                Map<String, Tree> addresses) {
            Tree tree = NicTemplate.config(
                    config,
                    role,
                    release,
                    addresses,
                    new TreeMap<>(inputs.heatParameters()),
                    inputs.clusterServiceIp());
            if (tree.present()) {
                files.add(new GuestFile(inputs.namespace(), host, NicTemplate.path(release), tree));
            }
        }

        private static Tree value(Assigned assigned) {
            return assigned.value();
        }

        /** A VM set of the user's own has any name; that of a control plane has its role's. */
        private static Optional<Role> role(DirectorInputs inputs, String set) {
            return Stream.concat(
                            inputs.controlPlanes().stream()
                                    .flatMap(plane -> plane.roles().stream())
                                    .filter(role -> role.setName().equals(set)),
                            inputs.vmSets().stream()
                                    .filter(each -> each.name().equals(set))
                                    .map(VmSet::role))
                    .findFirst();
        }

        private static PlannedObject planned(Tree tree) {
            return new PlannedObject(
                    tree.at("apiVersion").text(),
                    tree.at("kind").text(),
                    tree.at("metadata", "namespace").text(),
                    tree.at("metadata", "name").text(),
                    tree,
                    true);
        }
    }
}
