package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a user gives the operator in one namespace. Lists are sorted by name.
 *
 * @param netConfigs the operator works with one; more are a finding
 * @param heatParameters TripleO's parameter_defaults from the ConfigMap that the config generator names, else from one
 *     called heat-env-config; by parameter
 * @param clusterServiceIp of the Service kubernetes in namespace default, where it is given
 * @param held OpenStackNet objects that exist already: their addresses are kept
 * @param existing the other objects that the operator has made already
 */
public record DirectorInputs(
        String namespace,
        List<NetConfig> netConfigs,
        List<ControlPlane> controlPlanes,
        List<VmSet> vmSets,
        List<BaremetalSet> baremetalSets,
        List<Client> clients,
        SortedMap<String, Tree> heatParameters,
        Optional<Tree> clusterServiceIp,
        List<Tree> held,
        Existing existing) {

    /** Inputs of a namespace where the operator has made nothing but OpenStackNets. */
    public DirectorInputs(
            String namespace,
            List<NetConfig> netConfigs,
            List<ControlPlane> controlPlanes,
            List<VmSet> vmSets,
            List<BaremetalSet> baremetalSets,
            List<Client> clients,
            SortedMap<String, Tree> heatParameters,
            Optional<Tree> clusterServiceIp,
            List<Tree> held) {
        this(
                namespace,
                netConfigs,
                controlPlanes,
                vmSets,
                baremetalSets,
                clients,
                heatParameters,
                clusterServiceIp,
                held,
                Existing.NONE);
    }

    /**
     * What the operator has made already and goes on from. Lists are sorted by name.
     *
     * @param ipSets OpenStackIPSets: which hosts a role has
     * @param macAddresses OpenStackMACAddresses: MACs of OVN's bridges that are given out
     * @param machines VirtualMachines: their NICs keep their order, and their annotations say which may be deleted
     */
    public record Existing(List<Tree> ipSets, List<Tree> macAddresses, List<Tree> machines) {

        public static final Existing NONE = new Existing(List.of(), List.of(), List.of());
    }

    /**
     * @param v1beta1 whether it is of the older version
     * @param release train, wallaby, 16.2, 17.0 or 17.1
     * @param clientNetworks of the OpenStackClient that it makes, in the order given
     * @param serviceVips service to network of the addresses of 17.x: {@code Redis} to {@code internal_api}
     */
    public record ControlPlane(
            Tree tree,
            String namespace,
            String name,
            boolean v1beta1,
            String release,
            List<Role> roles,
            List<String> clientNetworks,
            Map<String, String> serviceVips) {

        /** Whether the release is 17.0 or later, whose TripleO wants addresses and files of another form. */
        public boolean is17() {
            return is17(release);
        }

        static boolean is17(String release) {
            return release.equals("wallaby") || release.startsWith("17.");
        }
    }

    /** One that no control plane makes. */
    public record VmSet(Tree tree, String namespace, String name, Role role) {}

    /** @param networks subnet names in the order given */
    public record BaremetalSet(
            Tree tree,
            String namespace,
            String name,
            String roleName,
            int count,
            List<String> networks,
            String ctlplaneInterface) {}

    /** @param networks subnet names in the order given, which the pod's interfaces follow */
    public record Client(Tree tree, String namespace, String name, List<String> networks) {}
}
