package dev.plumbline.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Scope;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandNameTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ip_link                                                    | ip link
            ip_-j_-d_link                                              | ip -j -d link
            ip_-j_-d_link.json                                         | ip -j -d link
            ip_a.txt                                                   | ip a
            ip_link_show_type_bridge                                   | ip link show type bridge
            ip_addr_show_dev_eth0.100                                  | ip addr show dev eth0.100
            ip_route_get_192.0.2.7                                     | ip route get 192.0.2.7
            ip_route_show_192.0.2.0.24                                 | ip route show 192.0.2.0/24
            ip_link_show_dev_x-192.0.2.0.24                            | ip link show dev x-192.0.2.0.24
            ip_-6_route_show_2001:db8::.64                             | ip -6 route show 2001:db8::/64
            ip_netns_list-id                                           | ip netns list-id
            ip_netns_exec_blue_ip_link                                 | ip netns exec blue ip link
            bridge_-j_vlan_show                                        | bridge -j vlan show
            bridge_link.out                                            | bridge link
            virsh_domiflist_1                                          | virsh domiflist 1
            virsh_dumpxml_tenants_db-0.xml                             | virsh dumpxml tenants db-0
            virsh_list_--all_--name                                    | virsh list --all --name
            os-net-config_-c_.etc.os-net-config.config.json_-v         | os-net-config -c /etc/os-net-config/config.json -v
            os-net-config_-c_.etc.os-net-config.config.yaml            | os-net-config -c /etc/os-net-config/config.yaml
            ovs-appctl_fdb.show_br-ex                                  | ovs-appctl fdb/show br-ex
            ovs-appctl_-t_ovs-vswitchd_bond.show_bond1                 | ovs-appctl -t ovs-vswitchd bond/show bond1
            ovs-appctl_dpctl.show                                      | ovs-appctl dpctl/show
            ovs-vsctl_--format_json_list_Interface                     | ovs-vsctl --format json list Interface
            ovs-ofctl_dump-flows_br-int                                | ovs-ofctl dump-flows br-int
            ls_-l_.sys.class.net                                       | ls -l /sys/class/net
            cat_.etc.os-net-config.config.json                         | cat /etc/os-net-config/config.json
            cat_.proc.sys.kernel.random.boot_id                        | cat /proc/sys/kernel/random/boot_id
            cat_.etc.cni.net.d.10-multus.conflist                      | cat /etc/cni/net.d/10-multus.conflist
            ls_.etc.cni.net.d                                          | ls /etc/cni/net.d
            iptables_-t_nat_-S                                         | iptables -t nat -S
            nft_-j_list_ruleset.json                                   | nft -j list ruleset
            oc_get_vmi_-n_tenants_-o_yaml.yaml                         | oc get vmi -n tenants -o yaml
            kubectl_get_pods_-A_-o_wide                                | kubectl get pods -A -o wide
            crictl_inspectp_4f2a                                       | crictl inspectp 4f2a
            ethtool_-i_ens4f0                                          | ethtool -i ens4f0
            sudo_ip_link                                               | ip link
            hostname                                                   | hostname
            """)
    void wordsOfAFileName(String name, String command) {
        assertThat(CommandName.words(name).map(words -> String.join(" ", words)))
                .contains(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmesg",
                "lspci-k",
                "notes.txt",
                "_",
                "",
                "sudo",
                "ipmitool_lan",
                "w1_logs_NetworkManager",
                "audit.log"
            })
    void otherNamesAreNoCommands(String name) {
        assertThat(CommandName.words(name)).isEmpty();
    }

    @ParameterizedTest(name = "{0} on the node is {1} in {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ip link                                   | ip link             | node/w1
            /usr/sbin/ip link                         | ip link             | node/w1
            sudo ip link                              | ip link             | node/w1
            ip netns exec blue ip -d link             | ip -d link          | netns/w1/blue
            ip netns exec blue bridge -j fdb          | bridge -j fdb       | netns/w1/blue
            sudo ip netns exec blue /sbin/ip a        | ip a                | netns/w1/blue
            ip -n blue -j link                        | ip -j link          | netns/w1/blue
            ip -j -netns blue link                    | ip -j link          | netns/w1/blue
            ip -d --netns blue addr                   | ip -d addr          | netns/w1/blue
            ip -f inet -n blue addr                   | ip -f inet addr     | netns/w1/blue
            bridge -n blue vlan                       | bridge vlan         | netns/w1/blue
            ip netns list-id                          | ip netns list-id    | node/w1
            ovs-vsctl -n show                         | ovs-vsctl -n show   | node/w1
            """)
    void theNamespaceIsPartOfTheScope(String typed, String command, String scope) {
        InScope inScope =
                InScope.of(Scope.node("w1"), List.of(typed.split(" "))).orElseThrow();

        assertThat(String.join(" ", inScope.argv())).isEqualTo(command);
        assertThat(inScope.scope().path()).isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip -all netns exec ip link", "ip -n", "ip -a link"})
    void whatMixesNamespacesHasNoScope(String typed) {
        assertThat(InScope.of(Scope.node("w1"), List.of(typed.split(" ")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip netns exec blue ip link", "ip -n blue link"})
    void aNamespaceInsideAGuestHasNoScope(String typed) {
        assertThat(InScope.of(Scope.guest("tenants", "db-0"), List.of(typed.split(" "))))
                .isEmpty();
    }
}
