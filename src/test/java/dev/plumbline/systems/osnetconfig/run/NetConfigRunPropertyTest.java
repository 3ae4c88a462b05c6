package dev.plumbline.systems.osnetconfig.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.NetDevice;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.StateFile;
import dev.plumbline.systems.osnetconfig.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, the run comes to an end that os-net-config could come to. */
class NetConfigRunPropertyTest {

    private static final List<String> TYPES = List.of(
            "interface",
            "vlan",
            "ovs_bridge",
            "ovs_user_bridge",
            "ovs_bond",
            "linux_bond",
            "linux_bridge",
            "team",
            "ovs_tunnel",
            "ovs_patch_port",
            "ovs_dpdk_port",
            "ovs_dpdk_bond",
            "sriov_pf",
            "sriov_vf",
            "ib_interface",
            "ib_child_interface",
            "vpp_interface",
            "vpp_bond",
            "contrail_vrouter",
            "contrail_vrouter_dpdk",
            "linux_tap",
            "ivs_bridge",
            "ivs_interface",
            "nfvswitch_bridge",
            "nfvswitch_internal",
            "route_table",
            "dcb",
            "route_rule",
            "ovs_interface",
            "wlan");

    private static final List<String> KEYS = List.of(
            "mtu",
            "use_dhcp",
            "use_dhcpv6",
            "addresses",
            "routes",
            "rules",
            "dns_servers",
            "domain",
            "primary",
            "defroute",
            "onboot",
            "ovs_options",
            "ovs_extra",
            "ovs_fail_mode",
            "bonding_options",
            "vlan_id",
            "device",
            "vfid",
            "numvfs",
            "link_mode",
            "parent",
            "pkey_id",
            "peer",
            "bridge_name",
            "tunnel_type",
            "options",
            "table_id",
            "ethtool_opts",
            "rx_queue",
            "dscp2prio",
            "dcb",
            "qos",
            "driver");

    private static final List<String> SCALARS = List.of(
            "1500",
            "'1500'",
            "true",
            "off",
            "~",
            "-1",
            "0x10",
            "1.5",
            "nic1",
            "br0",
            "'{name}'",
            "'{x'",
            "[]",
            "{}",
            "[nic1]",
            "2024-01-01",
            "''",
            "mode=1",
            "mode=x",
            "[{ip_netmask: 198.51.100.1/24}]",
            "[{ip_netmask: 2001:db8::1}]",
            "[{next_hop: 198.51.100.9, default: true}]",
            "[{nexthop: 2001:db8::9, destination: 2001:db8:1::/48, table: 7}]",
            "[{rule: from all table 7}]",
            "[198.51.100.53, 198.51.100.54, 198.51.100.55]",
            "[{priority: 1, protocol: 2}]",
            "legacy");

    @Property
    void anyTextComesToAnEnd(@ForAll String text, @ForAll Release release) {
        Outcome outcome = run("network_config:\n- " + text, release);
        assertThat(outcome.code()).isBetween(0, 14);
        assertThat(run(text, release).code()).isBetween(0, 14);
    }

    @Property(tries = 3000)
    void anyObjectsComeToAnEnd(@ForAll("objects") String objects, @ForAll Release release) {
        Outcome outcome = run("network_config: [" + objects + "]\n", release);
        boolean fails = (outcome.code() & ~Outcome.CHANGED) != 0;
        assertThat(outcome.code()).isBetween(0, 14);
        if (outcome.code() == Outcome.CHANGED || fails) {
            assertThat(outcome.files().isEmpty()).isEqualTo(fails);
        }
        // Of an empty list only the schema speaks.
        if (fails && !objects.isEmpty()) {
            assertThat(outcome.messages()).isNotEmpty();
            assertThat(outcome.network().devices()).isEmpty();
        }
    }

    @Property(tries = 3000)
    void theDescriptionSaysWhatTheFilesSay(@ForAll("plainObjects") String objects, @ForAll Release release) {
        Outcome outcome = run("network_config: [" + objects + "]\n", release);
        if (outcome.exit() == 0) {
            assertThat(IfcfgMeaning.ofNetwork(outcome.network()))
                    .isEqualTo(IfcfgMeaning.ofFiles(outcome.files(), outcome.network()));
        }
    }

    private static Outcome run(String text, Release release) {
        List<NetDevice> nics = List.of(
                new NetDevice("ens1", "0a:00:5e:00:60:01", "up", true, false, "", "0000:01:00.0"),
                new NetDevice("ens2", "0a:00:5e:00:60:02", "up", true, false, "", "0000:02:00.0"));
        Host host =
                new Host(new NicHost(nics, StateFile.NONE, StateFile.NONE), MappingFile.NONE, false, true, Map.of());
        return NetConfigRun.of(host, Configuration.of(YamlFile.of("any.yaml", text), host, release), release);
    }

    @Provide
    static Arbitrary<String> objects() {
        Arbitrary<String> leaf = object(Arbitraries.of(TYPES), Arbitraries.of(SCALARS), Arbitraries.just(""));
        Arbitrary<String> middle = object(Arbitraries.of(TYPES), Arbitraries.of(SCALARS), members(leaf));
        return joined(object(Arbitraries.of(TYPES), Arbitraries.of(SCALARS), members(middle)));
    }

    /** Names and values that are what they should be. */
    @Provide
    static Arbitrary<String> plainObjects() {
        Arbitrary<String> nic = Combinators.combine(name(), settings())
                .as((name, more) -> "{type: interface, name: " + name + more + "}");
        Arbitrary<String> vlan = Combinators.combine(Arbitraries.integers().between(1, 9), name(), settings())
                .as((id, device, more) -> "{type: vlan, vlan_id: " + id + ", device: " + device + more + "}");
        Arbitrary<String> port = Arbitraries.oneOf(nic, vlan);
        Arbitrary<String> holder = Combinators.combine(
                        Arbitraries.of("ovs_bridge", "ovs_user_bridge", "ovs_bond", "linux_bond", "team"),
                        Arbitraries.of("br0", "br1", "bond0"),
                        settings(),
                        joined(port))
                .as((type, name, more, members) ->
                        "{type: " + type + ", name: " + name + more + ", members: [" + members + "]}");
        return joined(Arbitraries.oneOf(nic, vlan, holder));
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of("nic1", "nic2", "nic9", "ens2", "nic1.20", "br0");
    }

    private static Arbitrary<String> settings() {
        return Arbitraries.of(
                        ", mtu: 1400",
                        ", use_dhcp: true",
                        ", use_dhcpv6: true",
                        ", addresses: [{ip_netmask: 198.51.100.1/25}, {ip_netmask: '2001:db8::1/64'}]",
                        ", routes: [{default: true, next_hop: 198.51.100.9}, {destination: 10.0.0.0/8, nexthop: 198.51.100.8,"
                                + " table: 9}]",
                        ", rules: [{rule: from all table 9}]",
                        ", dns_servers: [198.51.100.53]",
                        ", domain: [a.example, b.example]",
                        ", onboot: false",
                        ", defroute: false")
                .set()
                .ofMaxSize(5)
                .map(all -> String.join("", all));
    }

    private static Arbitrary<String> members(Arbitrary<String> member) {
        return joined(member).map(all -> ", members: [" + all + "]");
    }

    private static Arbitrary<String> joined(Arbitrary<String> item) {
        return item.list().ofMaxSize(3).map(items -> String.join(", ", items));
    }

    private static Arbitrary<String> object(Arbitrary<String> types, Arbitrary<String> values, Arbitrary<String> more) {
        Arbitrary<String> fields = Arbitraries.maps(Arbitraries.of(KEYS), values)
                .ofMaxSize(5)
                .map(map -> map.entrySet().stream()
                        .map(field -> ", " + field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining()));
        return Combinators.combine(types, Arbitraries.of("nic1", "nic2", "br0", "bond0", "5", "nic1.20"), fields, more)
                .as((type, name, rest, members) -> "{type: " + type + ", name: " + name + rest + members + "}");
    }
}
