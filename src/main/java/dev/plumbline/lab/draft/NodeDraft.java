package dev.plumbline.lab.draft;

import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** One node's devices: bridges, VLANs, bonds, and its NICs as wires into the fabric. */
public final class NodeDraft {

    /** Where frames of a device leave the node. @param key the uplink's @param vlan 0 for untagged */
    public record Landing(String key, int vlan) {}

    private static final int DEEPEST = 16;

    /** The VLAN of frames without a tag in a Linux bridge, where nothing says otherwise. */
    private static final int UNTAGGED = 1;

    static final String BY_SWITCH = "VLANs by Open vSwitch: it stands in the place of bridges that keep VLANs apart, "
            + "and calls VLAN 1 untagged";

    private final Netns place;
    private final Map<String, Device> devices = new TreeMap<>();
    private final List<Settings.PortTag> tags;
    private final Draft draft;
    private final Fabric fabric;

    public NodeDraft(Netns place, List<Device> all, List<Settings.PortTag> tags, Draft draft, Fabric fabric) {
        this.place = place;
        this.tags = tags;
        this.draft = draft;
        this.fabric = fabric;
        all.forEach(device -> Places.device(device.id()).ifPresent(name -> devices.put(name, device)));
    }

    public void draw() {
        draft.place(place);
        devices.forEach(this::draw);
        devices.forEach((name, device) -> device.master().ifPresent(master -> port(name, device, master)));
        for (Settings.PortTag tag : tags) {
            if (devices.values().stream()
                    .filter(device -> device.id().equals(tag.port()))
                    .flatMap(device -> device.master().stream())
                    .anyMatch(this::isSwitched)) {
                continue;
            }
            Places.device(tag.port())
                    .ifPresent(
                            port -> draft.tag(new LabBuild.Tag(place, port, tag.vlan(), tag.pvid(), tag.untagged())));
        }
    }

    private void draw(String name, Device device) {
        int mtu = Draft.mtu(device.mtu());
        wanted(device.kind()).forEach(draft::want);
        switch (device.kind()) {
            case Kind.Bridge _ when isSwitched(name) -> vlanSwitch(name, device);
            case Kind.Bridge _ ->
                draft.bridge(new LabBuild.Bridge(
                        place, name, Draft.sane(device.mtu()), device.mac(), filters(name), Draft.cause(device)));
            case Kind.OvsBridge _ -> ovs(name, device);
            case Kind.Nic _, Kind.Link _ -> uplink(name, device, mtu);
            case Kind.Vlan vlan -> vlan(name, device, vlan);
            case Kind.Bond bond -> bond(name, device, bond);
            case Kind.Veth _ -> {} // made with its pod's end
            default ->
                draft.remark("in " + place + ": no " + name + ", for a lab builds no "
                        + device.kind().word());
        }
    }

    /** What of a kernel a device asks for. */
    public static Set<Feature> wanted(Kind kind) {
        return switch (kind) {
            case Kind.Vlan _ -> Set.of(Feature.VLAN);
            case Kind.Bond _ -> Set.of(Feature.BOND);
            case Kind.OvsBridge _ -> Set.of(Feature.OVS, Feature.ETHTOOL);
            default -> Set.of();
        };
    }

    private void uplink(String name, Device device, int mtu) {
        if (isSwitched(key(name))) {
            fabric.keepVlansApart(key(name));
        }
        draft.uplink(new LabBuild.End(place, name, mtu, device.mac()), fabric.bridge(key(name)), Draft.cause(device));
    }

    private void vlan(String name, Device device, Kind.Vlan vlan) {
        String base = vlan.base().orElse("");
        if (vlan.id().isEmpty() || !Draft.isVlan(vlan.id().getAsInt()) || !devices.containsKey(base)) {
            draft.remark("in " + place + ": no " + name + ", for its base or its VLAN is not known");
        } else if (draft.kernel.has(Feature.VLAN)) {
            draft.upper(new LabBuild.Vlan(
                    place, name, base, vlan.id().getAsInt(), Draft.sane(device.mtu()), Draft.cause(device)));
        } else {
            instead(name, "vlan", "nic", Feature.VLAN);
            int mtu = Draft.mtu(device.mtu());
            String domain = fabric.domain(key(base), vlan.id().getAsInt());
            draft.uplink(new LabBuild.End(place, name, mtu, device.mac()), domain, Draft.cause(device));
        }
    }

    private void bond(String name, Device device, Kind.Bond bond) {
        if (draft.kernel.has(Feature.BOND)) {
            List<String> members =
                    bond.members().stream().filter(devices::containsKey).toList();
            // Its members end in one bridge of the fabric, where two that carried frames would make a loop.
            draft.upper(new LabBuild.Bond(
                    place, name, "active-backup", members, Draft.sane(device.mtu()), Draft.cause(device)));
        } else {
            instead(name, "bond", "nic", Feature.BOND);
            uplink(name, device, Draft.mtu(device.mtu()));
        }
    }

    private void ovs(String name, Device device) {
        if (!draft.kernel.has(Feature.OVS)) {
            instead(name, "ovs-bridge", "bridge", Feature.OVS);
            draft.bridge(new LabBuild.Bridge(
                    place, name, Draft.sane(device.mtu()), device.mac(), false, Draft.cause(device)));
            return;
        }
        List<LabBuild.SwitchPort> ports = new ArrayList<>();
        devices.forEach((port, inside) -> {
            if (inside.master().equals(Optional.of(device.id().name()))) {
                ports.add(new LabBuild.SwitchPort(
                        port, false, tag(inside.id()), OptionalInt.of(Draft.mtu(inside.mtu())), List.of()));
            }
        });
        draft.ovs(new LabBuild.Switch(place, name, device.mac(), Draft.sane(device.mtu()), ports, Draft.cause(device)));
    }

    /** Whether Open vSwitch stands in the place of this bridge. */
    private boolean isSwitched(String bridge) {
        return draft.switched()
                && Optional.ofNullable(devices.get(bridge))
                        .filter(device -> device.kind() instanceof Kind.Bridge)
                        .isPresent()
                && filters(bridge);
    }

    /** VLAN 1 of a Linux bridge is what leaves and enters without a tag: Open vSwitch has no number for that but 0. */
    private void vlanSwitch(String name, Device device) {
        draft.want(Feature.OVS);
        draft.want(Feature.ETHTOOL);
        draft.instead(StandIn.kind(place, name, "bridge", "ovs-bridge", BY_SWITCH));
        List<LabBuild.SwitchPort> ports = new ArrayList<>();
        devices.forEach((port, inside) -> {
            if (inside.master().equals(Optional.of(name))) {
                ports.add(vlanPort(port, inside));
            }
        });
        draft.ovs(new LabBuild.Switch(place, name, device.mac(), Draft.sane(device.mtu()), ports, Draft.cause(device)));
    }

    private LabBuild.SwitchPort vlanPort(String port, Device inside) {
        OptionalInt mtu = OptionalInt.of(Draft.mtu(inside.mtu()));
        int own = tag(inside.id()).orElse(UNTAGGED);
        List<Integer> carried = new ArrayList<>(tags.stream()
                .filter(tag -> tag.port().equals(inside.id()) && !tag.pvid() && Draft.isVlan(tag.vlan()))
                .map(Settings.PortTag::vlan)
                .sorted()
                .toList());
        if (own == UNTAGGED) {
            carried.addFirst(0);
            tag(inside.id())
                    .ifPresent(_ ->
                            draft.instead(new StandIn(place, port, "vlan", String.valueOf(UNTAGGED), "", BY_SWITCH)));
            return new LabBuild.SwitchPort(port, false, OptionalInt.empty(), mtu, List.of(), carried);
        }
        return new LabBuild.SwitchPort(port, false, OptionalInt.of(own), mtu, List.of(), carried);
    }

    private void instead(String name, String planned, String built, Feature missing) {
        draft.instead(StandIn.kind(place, name, planned, built, draft.kernel.words(missing)));
    }

    private OptionalInt tag(DeviceId port) {
        return tags.stream()
                .filter(tag -> tag.port().equals(port) && tag.pvid())
                .mapToInt(Settings.PortTag::vlan)
                .findFirst();
    }

    private void port(String name, Device device, String master) {
        Optional<Device> bridge = Optional.ofNullable(devices.get(master));
        boolean linux = bridge.map(Device::kind)
                        .filter(kind -> kind instanceof Kind.Bridge)
                        .isPresent()
                && !isSwitched(master);
        boolean stand = bridge.map(Device::kind)
                        .filter(kind -> kind instanceof Kind.OvsBridge)
                        .isPresent()
                && !draft.kernel.has(Feature.OVS);
        if (linux || stand) {
            draft.port(new LabBuild.Port(place, name, master, Draft.cause(device)));
        }
    }

    /** Whether any port of the bridge is in another VLAN than all are by themselves. */
    private boolean filters(String bridge) {
        return tags.stream()
                .anyMatch(tag -> tag.vlan() != 1
                        && Optional.ofNullable(
                                        devices.get(Places.device(tag.port()).orElse("")))
                                .flatMap(Device::master)
                                .filter(bridge::equals)
                                .isPresent());
    }

    /**
     * What makes the uplinks of several nodes one segment: the bridge above them, the bond, or their own name. A bridge's
     * second uplink ends in another, for two into one would make a loop.
     */
    private String key(String nic) {
        String at = nic;
        Set<String> seen = new HashSet<>();
        while (seen.add(at)) {
            Optional<String> master = Optional.ofNullable(devices.get(at)).flatMap(Device::master);
            if (master.isEmpty()) {
                return at;
            }
            boolean bond = Optional.ofNullable(devices.get(master.get()))
                    .map(Device::kind)
                    .filter(kind -> kind instanceof Kind.Bond)
                    .isPresent();
            if (!bond && !lower(master.get()).equals(Optional.of(at))) {
                return at;
            }
            at = master.get();
        }
        return at;
    }

    /** Where what enters a device of this node leaves it; empty where it does not. */
    public Optional<Landing> landing(String device, int tagged) {
        String at = device;
        int vlan = tagged;
        for (int i = 0; i < DEEPEST; i++) {
            Optional<Device> found = Optional.ofNullable(devices.get(at));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            switch (found.get().kind()) {
                case Kind.Nic _, Kind.Link _, Kind.Bond _ -> {
                    return Optional.of(new Landing(key(at), vlan));
                }
                case Kind.Vlan below
                when below.base().isPresent() && below.id().isPresent() -> {
                    vlan = below.id().getAsInt();
                    at = below.base().get();
                }
                case Kind.Bridge _, Kind.OvsBridge _ -> {
                    Optional<String> lower = lower(at);
                    if (lower.isEmpty()) {
                        return Optional.empty();
                    }
                    at = lower.get();
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> lower(String bridge) {
        return devices.entrySet().stream()
                .filter(entry -> entry.getValue().master().equals(Optional.of(bridge)))
                .filter(entry -> !(entry.getValue().kind() instanceof Kind.Veth))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
