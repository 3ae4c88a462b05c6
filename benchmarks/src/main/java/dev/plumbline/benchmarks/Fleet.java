package dev.plumbline.benchmarks;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.DomainSeen;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.PodSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Facts of a made fleet: VMs of seven bridged NICs, twenty on a node, every step evident. */
final class Fleet {

    static final int NICS = 7;
    private static final int ON_NODE = 20;

    private final List<Fact> facts = new ArrayList<>();
    private int line;

    private Fleet() {}

    static List<Fact> of(int vms) {
        Fleet fleet = new Fleet();
        for (int vm = 0; vm < vms; vm++) {
            fleet.add(vm);
        }
        return fleet.facts;
    }

    private void add(int vm) {
        String node = "worker-" + vm / ON_NODE;
        String name = "vm-" + vm;
        String pod = "virt-launcher-" + name + "-abcde";
        Vantage inPod = Vantage.of(Scope.pod("fleet", pod), Standing.STATED);
        Vantage inGuest = Vantage.of(Scope.guest("fleet", name), Standing.STATED);
        Vantage onNode = Vantage.of(Scope.node(node), Standing.STATED);
        Vantage cluster = Vantage.of(Scope.ofCluster(), Standing.STATED);
        facts.add(new PodSeen(cluster, origin(), "fleet", pod, "", node, "Running", name, "", "", false));
        facts.add(new DomainSeen(inPod, origin(), "fleet_" + name, "1", "running"));
        if (vm % ON_NODE == 0) {
            facts.add(link("br-data", 2, 9000).kind("bridge").seen(onNode, origin()));
            facts.add(link("ens3", 3, 9000)
                    .hardware("parentbus pci")
                    .master("br-data")
                    .seen(onNode, origin()));
        }
        for (int nic = 1; nic <= NICS; nic++) {
            Mac mac = Mac.parse(String.format(
                            Locale.ROOT, "02:00:%02x:%02x:%02x:%02x", vm >> 16 & 255, vm >> 8 & 255, vm & 255, nic))
                    .orElseThrow();
            int podIndex = 3 + nic;
            int nodeIndex = 10 + vm % ON_NODE * NICS + nic;
            facts.add(link("enp" + nic + "s0", nic + 1, 9000)
                    .mac(Optional.of(mac))
                    .hardware("parentbus virtio")
                    .seen(inGuest, origin()));
            facts.add(new DomainNic(
                    inPod,
                    origin(),
                    "fleet_" + name,
                    "tap" + nic,
                    Optional.of(mac),
                    "ethernet",
                    "virtio",
                    "",
                    OptionalInt.empty(),
                    "",
                    false,
                    nic - 1));
            facts.add(link("tap" + nic, 20 + nic, 9000)
                    .kind("tun")
                    .master("k6t-net" + nic)
                    .seen(inPod, origin()));
            facts.add(link("k6t-net" + nic, 40 + nic, 9000).kind("bridge").seen(inPod, origin()));
            facts.add(link("net" + nic, podIndex, 9000)
                    .kind("veth")
                    .peerIndex(nodeIndex)
                    .master("k6t-net" + nic)
                    .seen(inPod, origin()));
            facts.add(link("veth" + nodeIndex, nodeIndex, 9000)
                    .kind("veth")
                    .peerIndex(podIndex)
                    .master("br-data")
                    .seen(onNode, origin()));
        }
    }

    private static Link.Builder link(String name, int index, int mtu) {
        return Link.named(name)
                .index(index)
                .mtu(mtu)
                .state("UP")
                .flags(List.of("BROADCAST", "MULTICAST", "UP", "LOWER_UP"));
    }

    private Origin origin() {
        line++;
        return new Origin("fleet", "", line, "", "made");
    }
}
