package dev.plumbline.lab.draft;

import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What os-net-config will make in one guest over its NICs. */
public final class GuestDraft {

    private final Netns place;
    private final List<Device> devices;
    private final Settings settings;
    private final Draft draft;

    public GuestDraft(Netns place, List<Device> devices, Settings settings, Draft draft) {
        this.place = place;
        this.devices = devices;
        this.settings = settings;
        this.draft = draft;
    }

    public void draw() {
        for (Device device : devices) {
            if (LabBuild.isDevice(device.id().name())) {
                draw(device);
            }
        }
        for (Device device : devices) {
            String name = device.id().name();
            Optional<Device> bridge = device.master()
                    .filter(_ -> LabBuild.isDevice(name))
                    .filter(LabBuild::isDevice)
                    .flatMap(this::find)
                    .filter(this::isLinuxBridge);
            bridge.ifPresent(above ->
                    draft.port(new LabBuild.Port(place, name, above.id().name(), Draft.cause(device))));
        }
    }

    private void draw(Device device) {
        String name = device.id().name();
        NodeDraft.wanted(device.kind()).forEach(draft::wantInGuest);
        switch (device.kind()) {
            case Kind.OvsBridge _ when draft.guests.has(Feature.OVS) -> ovs(device);
            case Kind.OvsBridge _, Kind.Bridge _ -> bridge(device);
            case Kind.Vlan _ when inSwitch(device) -> {} // the switch makes it
            case Kind.Vlan vlan -> vlan(device, vlan);
            case Kind.Bond bond -> bond(device, bond);
            case Kind.Nic _, Kind.Link _ -> nic(name);
            default ->
                draft.remark("in " + place + ": no " + name + ", for a lab builds no "
                        + device.kind().word());
        }
    }

    private void bridge(Device device) {
        if (device.kind() instanceof Kind.OvsBridge) {
            instead(device, "bridge", Feature.OVS);
        }
        draft.bridge(new LabBuild.Bridge(
                place, device.id().name(), Draft.sane(device.mtu()), device.mac(), false, Draft.cause(device)));
    }

    private void instead(Device device, String built, Feature missing) {
        draft.instead(
                StandIn.kind(place, device.id().name(), device.kind().word(), built, draft.guests.words(missing)));
    }

    private void nic(String name) {
        if (!draft.has(place, name)) {
            draft.remark("in " + place + ": no " + name + ", for no NIC of the VM becomes it");
        }
    }

    private void vlan(Device device, Kind.Vlan vlan) {
        String base = vlan.base().orElse("");
        if (draft.guests.has(Feature.VLAN)
                && vlan.id().isPresent()
                && Draft.isVlan(vlan.id().getAsInt())
                && LabBuild.isDevice(base)) {
            draft.upper(new LabBuild.Vlan(
                    place,
                    device.id().name(),
                    base,
                    vlan.id().getAsInt(),
                    Draft.sane(device.mtu()),
                    Draft.cause(device)));
        } else {
            draft.instead(StandIn.missing(place, device.id().name(), draft.guests.words(Feature.VLAN)));
        }
    }

    private void bond(Device device, Kind.Bond bond) {
        if (draft.guests.has(Feature.BOND)) {
            draft.upper(new LabBuild.Bond(
                    place,
                    device.id().name(),
                    "active-backup",
                    bond.members().stream().filter(LabBuild::isDevice).toList(),
                    Draft.sane(device.mtu()),
                    Draft.cause(device)));
        } else {
            // Not all members: a bridge would forward between them.
            instead(device, "bridge", Feature.BOND);
            draft.bridge(new LabBuild.Bridge(
                    place, device.id().name(), Draft.sane(device.mtu()), device.mac(), false, Draft.cause(device)));
            bond.members().stream()
                    .filter(LabBuild::isDevice)
                    .findFirst()
                    .ifPresent(member -> draft.port(
                            new LabBuild.Port(place, member, device.id().name(), Draft.cause(device))));
        }
    }

    private Optional<Device> find(String name) {
        return devices.stream()
                .filter(device -> device.id().name().equals(name))
                .findFirst();
    }

    private boolean isLinuxBridge(Device device) {
        return device.kind() instanceof Kind.Bridge
                || device.kind() instanceof Kind.OvsBridge && !draft.guests.has(Feature.OVS);
    }

    private boolean inSwitch(Device device) {
        return draft.guests.has(Feature.OVS)
                && device.master()
                        .flatMap(this::find)
                        .filter(master -> master.kind() instanceof Kind.OvsBridge)
                        .isPresent();
    }

    private void ovs(Device bridge) {
        List<LabBuild.SwitchPort> ports = new ArrayList<>();
        List<String> nics = new ArrayList<>();
        for (Device device : devices) {
            String name = device.id().name();
            if (device.master().equals(Optional.of(bridge.id().name())) && LabBuild.isDevice(name)) {
                if (device.kind() instanceof Kind.Vlan vlan) {
                    ports.add(new LabBuild.SwitchPort(name, true, vlan.id(), Draft.sane(device.mtu()), List.of()));
                } else if (draft.has(place, name)) {
                    nics.add(name);
                    ports.add(new LabBuild.SwitchPort(
                            name, false, tag(device.id()), Draft.sane(device.mtu()), List.of()));
                }
            }
        }
        if (nics.size() > 1) {
            // A bond is no device of a plan, and two ports into one network would make a loop.
            ports.removeIf(port -> !port.internal());
            ports.add(
                    new LabBuild.SwitchPort("bond-ports", false, OptionalInt.empty(), Draft.sane(bridge.mtu()), nics));
            draft.remark("in " + place + ": the NICs of " + bridge.id().name() + " are one bond, active-backup");
        }
        draft.ovs(new LabBuild.Switch(
                place,
                bridge.id().name(),
                // In user space a switch does not take its own address from its port, as the kernel's does.
                bridge.mac().or(() -> nics.stream().findFirst().flatMap(nic -> draft.mac(place, nic))),
                Draft.sane(bridge.mtu()),
                ports,
                Draft.cause(bridge)));
    }

    private OptionalInt tag(DeviceId port) {
        return settings.tags().stream()
                .filter(tag -> tag.port().equals(port) && tag.pvid())
                .mapToInt(Settings.PortTag::vlan)
                .findFirst();
    }
}
