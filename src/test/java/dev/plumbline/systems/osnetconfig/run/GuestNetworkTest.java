package dev.plumbline.systems.osnetconfig.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.osnetconfig.GuestNetwork;
import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.NetDevice;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.StateFile;
import dev.plumbline.systems.osnetconfig.YamlFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The network that a configuration asks for, whether it was read from a file or made from a manifest. */
class GuestNetworkTest {

    private static final Host MACHINE = Host.of(
            new NicHost(
                    List.of(
                            new NetDevice("enp1s0", "0a:00:5e:00:70:01", "up", true, false, "", ""),
                            new NetDevice("enp2s0", "0a:00:5e:00:70:02", "up", true, false, "", "")),
                    StateFile.NONE,
                    StateFile.NONE),
            MappingFile.NONE);

    @Test
    void aBridgeTakesItsPrimarysMacAndItsVlanHasNoBase() {
        GuestNetwork network = network("""
                network_config:
                - type: ovs_bridge
                  name: br-data
                  mtu: 9000
                  members:
                  - {type: interface, name: nic2, primary: true}
                  - {type: vlan, vlan_id: 40, addresses: [{ip_netmask: 198.51.100.7/25}]}
                """);
        assertThat(network.devices())
                .extracting(GuestNetwork.Device::name)
                .containsExactly("br-data", "enp2s0", "vlan40");
        GuestNetwork.Device bridge = network.device("br-data").orElseThrow();
        assertThat(bridge.mac()).contains("0a:00:5e:00:70:02");
        assertThat(bridge.members()).containsExactly("enp2s0", "vlan40");
        assertThat(bridge.mtu()).hasValue(9000);
        GuestNetwork.Device vlan = network.device("vlan40").orElseThrow();
        assertThat(vlan.holder()).isEqualTo("br-data");
        assertThat(vlan.vlan()).hasValue(40);
        assertThat(vlan.base()).isEmpty();
        assertThat(vlan.mtu()).isEmpty();
        assertThat(vlan.addresses().getFirst().address()).isEqualTo("198.51.100.7/25");
        assertThat(vlan.addresses().getFirst().tree().spot().line()).isEqualTo(7);
    }

    @Test
    void routesStandAsTheirFileHoldsThem() {
        GuestNetwork network = network("""
                network_config:
                - type: interface
                  name: nic1
                  routes:
                  - {ip_netmask: 203.0.113.0/24, next_hop: 198.51.100.1, table: 60}
                  - {default: true, next_hop: 198.51.100.2}
                  rules: [{rule: from all table 60}]
                """);
        assertThat(network.routes())
                .extracting(GuestNetwork.Route::destination, GuestNetwork.Route::nextHop, GuestNetwork.Route::table)
                .containsExactly(tuple("default", "198.51.100.2", ""), tuple("203.0.113.0/24", "198.51.100.1", "60"));
        assertThat(network.rules().getFirst().device()).isEqualTo("enp1s0");
    }

    @Test
    void aMadeConfigurationPointsToWhatItWasMadeOf() {
        Tree manifest = YamlFile.of("manifest.yaml", "spec:\n  address: 198.51.100.7/25\n  name: yes\n")
                .root();
        Tree address = manifest.at("spec", "address");
        Tree nic = Growing.from(manifest)
                .put("type", "interface")
                // To YAML 1.1 this were a truth; here it is a text.
                .put("name", "yes", manifest.at("spec", "name"))
                .put(
                        "addresses",
                        List.of(Growing.from(address).put("ip_netmask", address).tree()))
                .tree();
        Tree config = Growing.from(manifest).put("network_config", List.of(nic)).tree();
        GuestNetwork network = NetConfigRun.of(MACHINE, Configuration.made("config.json", config), Release.TRAIN)
                .network();
        GuestNetwork.Device device = network.devices().getFirst();
        assertThat(device.name()).isEqualTo("yes");
        assertThat(device.addresses().getFirst().tree().spot().origin().line()).isEqualTo(2);
    }

    @Test
    void aRunThatFailsAsksForNothing() {
        assertThat(network("network_config: [{type: interface, name: nic1}, {type: vlan}]")
                        .devices())
                .isEmpty();
    }

    private static GuestNetwork network(String text) {
        YamlFile file = YamlFile.of("config.yaml", text);
        return NetConfigRun.of(MACHINE, Configuration.of(file, MACHINE, Release.TRAIN), Release.TRAIN)
                .network();
    }
}
