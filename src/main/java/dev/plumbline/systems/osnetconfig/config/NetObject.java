package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.evidence.tree.Tree;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** An object of a configuration, as objects.py makes it. */
public sealed interface NetObject {

    /** The word in the file, {@code ovs_bridge}. */
    default String type() {
        return switch (this) {
            case Interface _ -> "interface";
            case Vlan _ -> "vlan";
            case OvsBridge bridge -> bridge.user() ? "ovs_user_bridge" : "ovs_bridge";
            case OvsBond _ -> "ovs_bond";
            case OvsTunnel _ -> "ovs_tunnel";
            case OvsPatchPort _ -> "ovs_patch_port";
            case OvsInterface _ -> "ovs_interface";
            case OvsDpdkPort _ -> "ovs_dpdk_port";
            case OvsDpdkBond _ -> "ovs_dpdk_bond";
            case LinuxBridge _ -> "linux_bridge";
            case LinuxBond _ -> "linux_bond";
            case Team _ -> "team";
            case SriovPf _ -> "sriov_pf";
            case SriovVf _ -> "sriov_vf";
            case IbInterface _ -> "ib_interface";
            case IbChild _ -> "ib_child_interface";
            case VppInterface _ -> "vpp_interface";
            case VppBond _ -> "vpp_bond";
            case ContrailVrouter _ -> "contrail_vrouter";
            case ContrailVrouterDpdk _ -> "contrail_vrouter_dpdk";
            case LinuxTap _ -> "linux_tap";
            case IvsBridge _ -> "ivs_bridge";
            case IvsInterface _ -> "ivs_interface";
            case NfvswitchBridge _ -> "nfvswitch_bridge";
            case NfvswitchInternal _ -> "nfvswitch_internal";
            case RouteTable _ -> "route_table";
            case Aside aside -> aside.word();
        };
    }

    Tree tree();

    /** Members in the file's order; one of a type that this release does not know is no object at all. */
    default List<Optional<NetObject>> members() {
        return List.of();
    }

    /** An object that makes a device, or is thought to. */
    sealed interface Port extends NetObject {
        Identity identity();

        Settings settings();

        default String name() {
            return identity().name();
        }

        /** Whose MAC the object takes, where a member is its primary. */
        default Optional<String> primaryMember() {
            return Optional.empty();
        }

        default boolean primary() {
            return settings().primary();
        }

        /** What ethtool is to set; None where the type knows no such key. */
        default Value ethtool() {
            return new Value.Nothing(tree());
        }
    }

    /** @param ovsExtra known from 17.1 on; counts in an OVS bridge only */
    record Interface(
            Identity identity,
            Settings settings,
            Value ethtool,
            boolean hotplug,
            Value linkDelay,
            List<String> ovsExtra,
            Tree tree)
            implements Port {}

    /** @param device aliases resolved; None where not given */
    record Vlan(
            Identity identity,
            Settings settings,
            BigInteger id,
            Value device,
            Value ovsOptions,
            List<String> ovsExtra,
            Tree tree)
            implements Port {}

    /** @param user whether its datapath is in user space @param internal whether it has a port of its own name */
    record OvsBridge(
            Identity identity,
            Settings settings,
            List<Optional<NetObject>> members,
            Optional<String> primaryMember,
            Value ovsOptions,
            List<String> ovsExtra,
            Value failMode,
            boolean user,
            boolean internal,
            Tree tree)
            implements Port {}

    record OvsBond(
            Identity identity,
            Settings settings,
            List<Optional<NetObject>> members,
            Optional<String> primaryMember,
            Value ovsOptions,
            List<String> ovsExtra,
            Tree tree)
            implements Port {}

    record OvsTunnel(
            Identity identity,
            Settings settings,
            Value tunnelType,
            List<String> ovsOptions,
            List<String> ovsExtra,
            Tree tree)
            implements Port {}

    /** @param bridge as given; inside a bridge that one's name counts */
    record OvsPatchPort(
            Identity identity, Settings settings, Value bridge, Value peer, List<String> ovsExtra, Tree tree)
            implements Port {}

    /** The provider ifcfg writes nothing for it. */
    record OvsInterface(Identity identity, Settings settings, Tree tree) implements Port {}

    /** @param queues rx_queue, rx_queue_size, tx_queue_size; None where not given or not known to the release */
    record OvsDpdkPort(
            Identity identity,
            Settings settings,
            Port member,
            Value driver,
            Queues queues,
            List<String> ovsExtra,
            Tree tree)
            implements Port {

        @Override
        public List<Optional<NetObject>> members() {
            return List.of(Optional.of(member));
        }
    }

    record Queues(Value receive, Value receiveSize, Value sendSize) {}

    record OvsDpdkBond(
            Identity identity,
            Settings settings,
            List<OvsDpdkPort> ports,
            Optional<String> primaryMember,
            Queues queues,
            Value ovsOptions,
            List<String> ovsExtra,
            Tree tree)
            implements Port {

        @Override
        public List<Optional<NetObject>> members() {
            return ports.stream().map(Optional::<NetObject>of).toList();
        }
    }

    record LinuxBridge(
            Identity identity,
            Settings settings,
            List<Optional<NetObject>> members,
            Optional<String> primaryMember,
            Tree tree)
            implements Port {}

    /** @param ovsExtra known to master only */
    record LinuxBond(
            Identity identity,
            Settings settings,
            List<Optional<NetObject>> members,
            Optional<String> primaryMember,
            Value bondingOptions,
            Value ethtool,
            List<String> ovsExtra,
            Tree tree)
            implements Port {}

    record Team(
            Identity identity,
            Settings settings,
            List<Optional<NetObject>> members,
            Optional<String> primaryMember,
            Value teamConfig,
            Tree tree)
            implements Port {}

    record SriovPf(Identity identity, Settings settings, BigInteger functions, Value linkMode, Value ethtool, Tree tree)
            implements Port {}

    /** @param device the physical function @param vlan 0 for none */
    record SriovVf(
            Identity identity,
            Settings settings,
            String device,
            BigInteger id,
            BigInteger vlan,
            Value ethtool,
            List<String> ovsExtra,
            Tree tree)
            implements Port {}

    record IbInterface(Identity identity, Settings settings, Value ethtool, Tree tree) implements Port {}

    /** @param key {@code 0x8064}, with the bit of full membership */
    record IbChild(Identity identity, Settings settings, Value parent, String key, Tree tree) implements Port {}

    record VppInterface(Identity identity, Settings settings, Value driver, Value options, Tree tree) implements Port {}

    record VppBond(Identity identity, Settings settings, List<VppInterface> ports, Value options, Tree tree)
            implements Port {

        @Override
        public List<Optional<NetObject>> members() {
            return ports.stream().map(Optional::<NetObject>of).toList();
        }
    }

    record ContrailVrouter(Identity identity, Settings settings, List<Optional<NetObject>> members, Tree tree)
            implements Port {}

    record ContrailVrouterDpdk(
            Identity identity,
            Settings settings,
            List<Optional<NetObject>> members,
            Value bondMode,
            Value bondPolicy,
            Value driver,
            Value cpuList,
            Value vlan,
            Tree tree)
            implements Port {}

    record LinuxTap(Identity identity, Settings settings, Tree tree) implements Port {}

    record IvsBridge(Identity identity, Settings settings, List<Optional<NetObject>> members, Tree tree)
            implements Port {}

    record IvsInterface(Identity identity, Settings settings, BigInteger vlan, Tree tree) implements Port {}

    record NfvswitchBridge(
            Identity identity, Settings settings, List<Optional<NetObject>> members, Value options, Tree tree)
            implements Port {}

    record NfvswitchInternal(Identity identity, Settings settings, BigInteger vlan, Tree tree) implements Port {}

    record RouteTable(Value name, Value id, Tree tree) implements NetObject {}

    /** route_rule and dcb: read, and then nothing is made of them here. */
    record Aside(String word, Tree tree) implements NetObject {}
}
