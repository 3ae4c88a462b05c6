package dev.plumbline.lab.build;

import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.systems.kubevirt.PodNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What stands in one place beside its wires: bridges, devices on top of others, ports, addresses, routes. */
public final class Frame {

    private final LabBuild build;
    private final Kernel kernel;
    private final Netns place;
    private final List<String> remarks = new ArrayList<>();

    public Frame(LabBuild build, Kernel kernel, Netns place) {
        this.build = build;
        this.kernel = kernel;
        this.place = place;
    }

    /** Bridges, uppers, ports, and all devices up: no port joins before its bridge has its MTU. */
    public Batch links() {
        Batch batch = new Batch().add("link set dev lo up");
        Set<String> devices = new TreeSet<>();
        build.wires().forEach(wire -> {
            here(wire.one().place(), wire.one().name(), devices);
            here(wire.other().place(), wire.other().name(), devices);
        });
        build.nics().forEach(nic -> here(nic.guest(), nic.guestDevice(), devices));
        if (build.guests() == GuestKind.TAP) {
            taps(batch);
        }
        for (LabBuild.Upper upper : build.uppers()) {
            if (upper.place().equals(place)) {
                upper(batch, upper, devices);
            }
        }
        for (LabBuild.Bridge bridge : build.bridges()) {
            if (bridge.place().equals(place)) {
                bridge(batch, bridge);
                devices.add(bridge.name());
            }
        }
        for (LabBuild.Port port : build.ports()) {
            if (port.place().equals(place)) {
                batch.add("link set dev " + port.device() + " master " + port.bridge(), port.cause());
            }
        }
        for (VmNic nic : build.nics()) {
            if (nic.guest().equals(place) && nic.guestMtu() != nic.mtu()) {
                batch.add("link set dev " + nic.guestDevice() + " mtu " + nic.guestMtu(), nic.cause());
            }
        }
        // KubeVirt takes those down again, and up when it is done.
        build.nics().stream()
                .filter(nic -> nic.pod().equals(place) && nic.binding() == VmNic.Binding.BRIDGE)
                .forEach(nic -> devices.remove(nic.podDevice()));
        devices.forEach(device -> batch.add("link set dev " + device + " up"));
        return batch;
    }

    /**
     * A pair's ends are final from their making, a tap is not. Nor does its state become UP by itself, for its carrier
     * never came: os-net-config counts NICs that are UP, as a VM's are.
     */
    private void taps(Batch batch) {
        for (VmNic nic : build.nics()) {
            if (nic.guest().equals(place)) {
                batch.add(
                        "link set dev " + nic.guestDevice() + " mtu " + nic.mtu() + " address " + nic.mac()
                                + " state up",
                        nic.cause());
            }
        }
    }

    private void here(Netns where, String device, Set<String> devices) {
        if (where.equals(place)) {
            devices.add(device);
        }
    }

    private void bridge(Batch batch, LabBuild.Bridge bridge) {
        if (bridge.mtu().isPresent()) {
            batch.addAll(Bridges.add(bridge.name(), bridge.mtu().getAsInt(), bridge.cause()));
        } else {
            batch.add("link add dev " + bridge.name() + " type bridge", bridge.cause());
        }
        if (bridge.filtering() && kernel.has(Feature.VLAN_FILTERING)) {
            batch.add("link set dev " + bridge.name() + " type bridge vlan_filtering 1", bridge.cause());
        }
        bridge.mac().ifPresent(mac -> batch.add("link set dev " + bridge.name() + " address " + mac, bridge.cause()));
    }

    private void upper(Batch batch, LabBuild.Upper upper, Set<String> devices) {
        switch (upper) {
            case LabBuild.Vlan vlan
            when kernel.has(Feature.VLAN) ->
                batch.add(
                        "link add link " + vlan.base() + " name " + vlan.name() + " type vlan id " + vlan.id(),
                        vlan.cause());
            case LabBuild.Bond bond
            when kernel.has(Feature.BOND) -> {
                batch.add("link add dev " + bond.name() + " type bond mode " + bond.mode(), bond.cause());
                for (String member : bond.members()) {
                    // The kernel takes no member that is up.
                    batch.add("link set dev " + member + " down")
                            .add("link set dev " + member + " master " + bond.name(), bond.cause());
                }
            }
            default -> {
                remarks.add("in " + place + ": no " + upper.name() + ", for this kernel has no device of its kind");
                return;
            }
        }
        if (upper.mtu().isPresent()) {
            batch.add("link set dev " + upper.name() + " mtu " + upper.mtu().getAsInt());
        }
        devices.add(upper.name());
    }

    /** A look at each link: ports before bridges, for these have their carrier from ports. @param nics of this pod */
    public Batch asked(List<VmNic> nics) {
        Set<String> ports = new TreeSet<>();
        build.wires().forEach(wire -> {
            here(wire.one().place(), wire.one().name(), ports);
            here(wire.other().place(), wire.other().name(), ports);
        });
        build.nics().forEach(nic -> here(nic.guest(), nic.guestDevice(), ports));
        nics.forEach(nic -> ports.add(PodNaming.tap(nic.podDevice())));
        Set<String> bridges = new TreeSet<>();
        build.bridges().forEach(bridge -> here(bridge.place(), bridge.name(), bridges));
        nics.forEach(nic -> bridges.add(PodNaming.bridge(nic.podDevice())));
        // A pod's interface has another name where a dummy has taken its own.
        nics.stream()
                .filter(nic -> nic.renamed() && nic.binding() == VmNic.Binding.BRIDGE)
                .forEach(nic -> {
                    ports.remove(nic.podDevice());
                    ports.add(PodNaming.renamed(nic.podDevice()));
                });
        Batch batch = new Batch();
        ports.forEach(port -> batch.add("link show dev " + port));
        bridges.forEach(bridge -> batch.add("link show dev " + bridge));
        return batch;
    }

    /** VLANs of ports, for the program {@code bridge}; none where the kernel filters none. */
    public Batch vlans() {
        Batch batch = new Batch();
        if (!kernel.has(Feature.VLAN_FILTERING)) {
            return batch;
        }
        Set<String> cleared = new TreeSet<>();
        for (LabBuild.Tag tag : build.tags()) {
            if (tag.place().equals(place)) {
                if (cleared.add(tag.port())) {
                    batch.add("vlan del dev " + tag.port() + " vid 1");
                }
                batch.add("vlan add dev " + tag.port() + " vid " + tag.vlan() + (tag.pvid() ? " pvid" : "")
                        + (tag.untagged() ? " untagged" : ""));
            }
        }
        return batch;
    }

    /** After all devices are there, those of switches too. */
    public Batch addresses() {
        Batch batch = new Batch();
        for (LabBuild.Address address : build.addresses()) {
            if (address.place().equals(place)) {
                String broadcast =
                        address.address().contains(":") || address.address().endsWith("/32") ? "" : " brd +";
                // A plugin may have set it already.
                // No waiting for another to have the same.
                String alone = address.address().contains(":") ? " nodad" : "";
                batch.add(
                        "addr replace " + address.address() + broadcast + " dev " + address.device() + alone,
                        address.cause());
            }
        }
        for (LabBuild.Route route : build.routes()) {
            if (route.place().equals(place)) {
                batch.add(
                        "route add " + route.destination()
                                + route.via().map(via -> " via " + via).orElse("")
                                + route.device().map(device -> " dev " + device).orElse(""),
                        route.cause());
            }
        }
        return batch;
    }

    public Netns place() {
        return place;
    }

    public List<LabBuild.Switch> switches() {
        return build.switches().stream()
                .filter(one -> one.place().equals(place))
                .toList();
    }

    public List<String> remarks() {
        return List.copyOf(remarks);
    }
}
