package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An OpenStackNetConfig with the operator's defaults filled in (api/v1beta1/openstacknetconfig_types.go and its webhook).
 *
 * @param tree the resource
 * @param attachments by their key in attachConfigurations, sorted by it
 * @param domainName {@code localdomain} where not given
 * @param networks in the order given, which is the order in which addresses are given out
 * @param physNetworks of the OVN bridge MACs; one named datacentre where none is given
 * @param preserveReservations whether a deleted host keeps its addresses
 * @param reservations by hostname
 */
public record NetConfig(
        Tree tree,
        String namespace,
        String name,
        SortedMap<String, AttachConfiguration> attachments,
        String domainName,
        List<String> dnsServers,
        List<String> dnsSearchDomains,
        List<Network> networks,
        List<PhysNetwork> physNetworks,
        boolean preserveReservations,
        SortedMap<String, Reservation> reservations) {

    /**
     * How networks reach the wire.
     *
     * @param tree the value under its key
     * @param policy the policy's spec, which becomes an NNCP's as it stands; missing for SR-IOV
     * @param bridge name of the first interface that has a key bridge (pkg/nmstate/funcs.go)
     * @param sriovPort empty for a bridge
     */
    public record AttachConfiguration(
            Tree tree, String key, Tree policy, Optional<String> bridge, Optional<String> sriovPort) {

        /** Name of the OpenStackNetAttachment. */
        public String objectName() {
            return key + (sriovPort.isPresent() ? "-sriov" : "-bridge");
        }
    }

    /**
     * @param name TripleO's name: {@code StorageMgmt}
     * @param nameLower TripleO's lower name: {@code storage_mgmt}
     * @param mtu bytes
     * @param vip whether the control plane gets an address of its own here
     */
    public record Network(
            Tree tree,
            String name,
            String nameLower,
            boolean controlPlane,
            int mtu,
            boolean vip,
            List<Subnet> subnets) {}

    /**
     * @param name as roles name it: {@code storage_mgmt}, {@code internal_api_leaf1}
     * @param vlan 0 for none
     * @param family the section ipv4, or ipv6 where there is no ipv4; missing where neither is given
     */
    public record Subnet(
            Tree tree,
            String name,
            String attachConfiguration,
            int vlan,
            boolean ipv6,
            Tree family,
            String cidr,
            String allocationStart,
            String allocationEnd,
            String gateway,
            List<SubnetRoute> routes) {

        /** Name of its OpenStackNet, its definition and the VMs' interfaces: {@code storagemgmt}. */
        public String objectName() {
            return objectName(name);
        }

        /** The object's name for a subnet's: lower case without underscores. */
        public static String objectName(String subnet) {
            return subnet.replace("_", "").toLowerCase(Locale.ROOT);
        }
    }

    public record SubnetRoute(Tree tree, String destination, String nexthop) {}

    /** @param addresses by subnet name @param macs by physical network */
    public record Reservation(Tree tree, Map<String, Tree> addresses, Map<String, Tree> macs) {}

    public record PhysNetwork(String name, String macPrefix) {}
}
