package dev.plumbline.systems.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Command;
import dev.plumbline.systems.Reader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxReadersTest {

    private static List<String> claiming(String typed) {
        Command command = new Command(List.of(typed.split(" ")));
        return LinuxReaders.all().stream()
                .filter(reader -> reader.reads(command))
                .map(Reader::id)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ip a, ip-link",
        "ip addr show, ip-link",
        "ip address list eth0, ip-link",
        "ip a s dev ens4, ip-link",
        "ip -4 addr, ip-link",
        "ip -family inet6 addr, ip-link",
        "ip l, ip-link",
        "ip li ls, ip-link",
        "ip l sh dev ens4, ip-link",
        "ip l show ens4, ip-link",
        "ip -j -d l, ip-link",
        "ip -json -details link sh, ip-link",
        "ip --brief link, ip-link",
        "ip -br a, ip-link",
        "ip -s -s link, ip-link",
        "ip -o link show type bridge, ip-link",
        "ip -d link show master br-data, ip-link",
        "ip r, ip-route",
        "ip ro sh, ip-route",
        "ip -4 route show table main, ip-route",
        "ip n, ip-neigh",
        "ip neighbour show dev ens4, ip-neigh",
        "ip netns, ip-netns",
        "ip netns ls, ip-netns",
        "ip -j netns list-id, ip-netns",
        "bridge link, bridge-link",
        "bridge -d -j link show, bridge-link",
        "bridge l, bridge-link",
        "bridge fdb, bridge-fdb",
        "bridge -j fdb show br br-data, bridge-fdb",
        "bridge f s dev ens4, bridge-fdb",
        "bridge vlan, bridge-vlan",
        "bridge -c -j vlan show, bridge-vlan",
        "brctl show, brctl-show",
        "ethtool -S vethc0ffee01, ethtool",
        "ethtool -i ens4, ethtool",
        "cat /proc/net/bonding/bond0, bonding",
        "cat /proc/sys/kernel/random/boot_id, boot-id",
        "cat /sys/class/net/net5/iflink, sysfs-cat",
        "grep . /sys/class/net/*/ifindex /sys/class/net/*/iflink, sysfs-grep",
        "grep -H . /sys/class/net/ens4/mtu, sysfs-grep",
        "ls -l /sys/class/net, sysfs-ls",
        "ls -la /sys/class/net/, sysfs-ls",
        "ls /sys/class/net/br-data/brif, sysfs-ls",
        "ls -d /sys/class/net/*/device, sysfs-ls",
        "ifconfig -a, ifconfig",
        "route -n, route-table",
        "netstat -rn, route-table",
        "arp -an, arp",
        "iptables -t nat -S, iptables-nat",
        "iptables -S -t nat, iptables-nat",
        "iptables-save, iptables-nat",
        "nft list ruleset, nft",
        "ip rule, ip-rule",
        "ip -4 rule list, ip-rule",
        "sysctl net.ipv4.ip_forward, sysctl",
        "sysctl -a, sysctl",
        "sysctl -n net.ipv4.conf.all.rp_filter, sysctl",
        "cat /proc/sys/net/ipv4/ip_forward, sysctl",
        "sysctl kernel.random.boot_id, boot-id",
        "nft -a list table ip nat, nft",
    })
    void oneReaderClaimsACommandHoweverItIsWritten(String typed, String id) {
        assertThat(claiming(typed)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip",
                "ip link set ens4 up",
                "ip l s ens4 mtu 9000",
                "ip link add br9 type bridge",
                "ip addr flush dev ens4",
                "ip route get 192.0.2.1",
                "ip route show table 100",
                "ip route show table local",
                "ip rule add to 192.0.2.0/24 lookup 100",
                "ip netns exec pod-b ip a",
                "ip -all netns exec ip -j -d link",
                "ip monitor",
                "ip -b commands.txt",
                "bridge monitor",
                "bridge mdb",
                "bridge fdb add 0a:58:0a:10:00:01 dev ens4",
                "bridge vlan global show",
                "bridge vlan tunnelshow",
                "brctl showmacs br-data",
                "brctl addif br-data ens4",
                "ethtool ens4",
                "ethtool -k ens4",
                "cat /sys/class/net/*/iflink",
                "cat /proc/net/bonding/bond0 /proc/net/bonding/bond1",
                "cat /etc/hosts",
                "grep br-data notes.txt",
                "ls",
                "ls -lR /sys/class/net",
                "ls /sys/class/net/ens4/device",
                "route",
                "arp",
                "arp 192.0.2.1",
                "iptables -S",
                "iptables -t nat -L",
                "nft -j list ruleset",
                "nft list tables",
                "sysctl -w net.ipv4.ip_forward=1",
                "sysctl net.ipv4.ip_forward=1",
                "sysctl -p",
                "sysctl --system",
                "sysctl kernel.pid_max",
                "cat /proc/sys/net/ipv4/ip_forward /etc/hosts",
                "virsh list",
            })
    void noReaderClaimsWhatItDoesNotRead(String typed) {
        assertThat(claiming(typed)).isEmpty();
    }

    @Test
    void noReaderClaimsAFileThatNoCommandMade() {
        Command file = Command.of();
        assertThat(LinuxReaders.all()).noneMatch(reader -> reader.reads(file));
    }

    @Test
    void idsDiffer() {
        assertThat(LinuxReaders.all().stream().map(Reader::id)).doesNotHaveDuplicates();
    }
}
