package dev.plumbline.systems.osnetconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Command;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {

    private static Optional<Change> of(String line) {
        return Change.of(new Command(List.of(line.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os-net-config -c /etc/os-net-config/config.json -vvv", "os-net-config", "os-net-config --no-activate",
                "ip link set ens5 down", "ip -n blue l set ens5 up", "ip addr add 192.0.2.1/24 dev ens5",
                "ip a del 192.0.2.1 dev x", "ip route replace default via 192.0.2.1", "bridge vlan add dev tap0 vid 20",
                "bridge link set dev tap0 hairpin on", "brctl addif br-x ens5", "nmcli con up ens5",
                "nmcli -w 5 c modify ens5 mtu 9000", "nmcli device disconnect ens5", "ovs-vsctl add-port br-x ens5",
                "ovs-vsctl -t 5 set Interface ens5 mtu_request=9000", "ovs-vsctl list-br -- del-br br-x", "ifup ens5",
                "ifdown ens5", "systemctl restart network", "systemctl reload NetworkManager.service"
            })
    void changes(String line) {
        assertThat(of(line)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os-net-config -c /etc/os-net-config/config.json --noop -v",
                "os-net-config --interfaces",
                "os-net-config -i nic1",
                "os-net-config --help",
                "os-net-config --version",
                "ip -d link",
                "ip link show set",
                "ip addr",
                "ip a",
                "ip route get 192.0.2.1",
                "ip",
                "bridge vlan show",
                "bridge vlan",
                "brctl show",
                "brctl",
                "nmcli con show",
                "nmcli",
                "ovs-vsctl show",
                "ovs-vsctl get Interface add-x mtu",
                "ovs-vsctl list Port",
                "ifup",
                "systemctl status network",
                "systemctl restart sshd",
                "cat /etc/os-net-config/config.json"
            })
    void reads(String line) {
        assertThat(of(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"os-net-config -c /tmp/a.yaml -v", "os-net-config --config-file=/tmp/a.yaml"})
    void theReadOnlyFormNamesTheSameFile(String line) {
        assertThat(of(line)).map(Change::readOnly).contains("sudo os-net-config -c /tmp/a.yaml --noop -v");
    }
}
