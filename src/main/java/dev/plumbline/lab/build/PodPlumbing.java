package dev.plumbline.lab.build;

import dev.plumbline.facts.Mac;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.Macs;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.systems.kubevirt.PodNaming;

/**
 * What KubeVirt does in a launcher's pod to bring a NIC to the guest (pkg/network/setup/netpod, before 1.1
 * pkg/network/infraconfigurators). The interface that the CNI made is there before, and so are real taps; for a guest
 * without them a veth pair stands in the place of tap and NIC.
 */
public final class PodPlumbing {

    private final KubevirtVersion version;
    private final GuestKind guests;
    private final Kernel kernel;

    public PodPlumbing(KubevirtVersion version, GuestKind guests, Kernel kernel) {
        this.version = version;
        this.guests = guests;
        this.kernel = kernel;
    }

    /** Operations in the pod's namespace. */
    public Batch operations(VmNic nic) {
        return switch (nic.binding()) {
            case BRIDGE -> bridge(nic);
            case MASQUERADE -> masquerade(nic);
        };
    }

    private Batch bridge(VmNic nic) {
        String device = nic.podDevice();
        String bridge = PodNaming.bridge(device);
        Batch batch = new Batch();
        batch.add("link set dev " + device + " down", nic.cause());
        if (nic.renamed()) {
            // The pod keeps a device of this name and address, for the kubelet's and the CNI's eyes.
            String renamed = PodNaming.renamed(device);
            batch.add("link set dev " + device + " name " + renamed);
            Mac kept = version.atLeast(1, 2) ? nic.mac() : Macs.local(seed(nic, "dummy"));
            batch.add("link add dev " + device + " mtu " + nic.mtu() + " address " + kept + " type " + dummy());
            device = renamed;
        }
        // The guest has the address now. Up to 0.52 the new one keeps the maker's bytes.
        Mac own = version.atLeast(0, 53) ? Macs.local(seed(nic, "nic")) : Macs.beside(nic.mac(), seed(nic, "nic"));
        batch.add("link set dev " + device + " address " + own);
        batch.add("link add dev " + bridge + " type bridge", nic.cause());
        // Up while it has no port: one that never loses its carrier stays in state UNKNOWN.
        batch.add("link set dev " + bridge + " up");
        tap(batch, nic);
        port(batch, device, bridge);
        batch.add("link set dev " + device + " type bridge_slave learning off");
        port(batch, PodNaming.tap(nic.podDevice()), bridge);
        if (!nic.renamed()) {
            batch.add("addr add 169.254.75.1" + nic.order() + "/32 dev " + bridge);
        }
        return batch;
    }

    private Batch masquerade(VmNic nic) {
        String bridge = PodNaming.bridge(nic.podDevice());
        Mac mac = version.atLeast(0, 42) ? new Mac(PodNaming.MASQUERADE_BRIDGE_MAC) : Macs.local(seed(nic, "bridge"));
        Batch batch = new Batch();
        batch.addAll(Bridges.add(bridge, nic.mtu(), nic.cause()));
        batch.add("link set dev " + bridge + " address " + mac);
        batch.add("link set dev " + bridge + " up");
        if (!version.atLeast(0, 43)) {
            String port = bridge + "-nic";
            batch.add("link add dev " + port + " mtu " + nic.mtu() + " type " + dummy());
            port(batch, port, bridge);
        }
        tap(batch, nic);
        port(batch, PodNaming.tap(nic.podDevice()), bridge);
        return batch.add("addr add " + nic.gateway() + " dev " + bridge);
    }

    private void tap(Batch batch, VmNic nic) {
        String tap = "dev " + PodNaming.tap(nic.podDevice()) + " mtu " + nic.mtu() + " address "
                + Macs.local(seed(nic, "tap"));
        switch (guests) {
            // One message makes both ends, final.
            case NETNS ->
                batch.add(
                        "link add " + tap + " type veth peer name " + nic.guestDevice() + " mtu " + nic.mtu()
                                + " address " + nic.mac() + " netns " + nic.guest(),
                        nic.cause());
            case TAP -> batch.add("link set " + tap, nic.cause());
            case VM ->
                batch.add("tuntap add dev " + PodNaming.tap(nic.podDevice()) + " mode tap vnet_hdr", nic.cause())
                        .add("link set " + tap, nic.cause());
        }
    }

    private static void port(Batch batch, String device, String bridge) {
        batch.add("link set dev " + device + " master " + bridge).add("link set dev " + device + " up");
    }

    /** A bridge carries no traffic either while it is down and has no port. */
    private String dummy() {
        return kernel.has(Feature.DUMMY) ? "dummy" : "bridge";
    }

    private static String seed(VmNic nic, String what) {
        return nic.pod() + "/" + nic.podDevice() + "/" + what;
    }

    /** The rules of nft in the pod for a NIC of masquerade binding, with KubeVirt's chains. */
    public static String translation(VmNic nic) {
        String bridge = PodNaming.bridge(nic.podDevice());
        String gateway = nic.gateway().host();
        String guest = nic.gateway().next().host();
        return """
                table ip nat {
                    chain prerouting { type nat hook prerouting priority -100; policy accept;
                        iifname "%s" counter jump KUBEVIRT_PREINBOUND
                    }
                    chain input { type nat hook input priority 100; policy accept; }
                    chain output { type nat hook output priority -100; policy accept;
                        ip daddr 127.0.0.1 counter dnat to %s
                    }
                    chain postrouting { type nat hook postrouting priority 100; policy accept;
                        ip saddr %s counter masquerade
                        oifname "%s" counter jump KUBEVIRT_POSTINBOUND
                    }
                    chain KUBEVIRT_PREINBOUND {
                        counter dnat to %s
                    }
                    chain KUBEVIRT_POSTINBOUND {
                        ip saddr 127.0.0.1 counter snat to %s
                    }
                }
                """.formatted(nic.podDevice(), guest, guest, bridge, guest, gateway);
    }
}
