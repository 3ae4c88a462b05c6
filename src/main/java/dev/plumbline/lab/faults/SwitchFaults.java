package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.List;

/** Faults of Open vSwitch bridges. */
final class SwitchFaults {

    /** A VLAN that no plan is likely to use: the last. */
    private static final String TAG = "4094";

    private SwitchFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.finding(
                        "ovs-port-missing",
                        "a NIC is no port of its Open vSwitch bridge",
                        "a guest's NIC in an Open vSwitch bridge",
                        "ovs-bridge-cut",
                        SwitchFaults::ports,
                        SwitchFaults::removed),
                Fault.finding(
                        "ovs-wrong-tag",
                        "a port of an Open vSwitch bridge is given another VLAN",
                        "a guest's NIC in an Open vSwitch bridge",
                        "ovs-bridge-cut",
                        SwitchFaults::ports,
                        SwitchFaults::tagged));
    }

    /** NICs that are ports. */
    private static List<Spot> ports(Sight lab) throws LabException {
        List<Spot> ports = new ArrayList<>();
        for (Netns guest : lab.guests()) {
            if (!java.nio.file.Files.isDirectory(lab.anchor().inside(dev.plumbline.lab.build.Switches.folder(guest)))) {
                continue;
            }
            for (String nic : lab.built().hardware().getOrDefault(guest.name(), List.of())) {
                if (WasSwitchPort.vsctl(lab, guest, List.of("port-to-br", nic)).fine()) {
                    ports.add(new Spot(guest, nic));
                }
            }
        }
        return ports;
    }

    private static Change removed(Sight lab, Spot spot) throws LabException {
        WasSwitchPort was = WasSwitchPort.of(lab, spot);
        return new Change(
                List.of(was, WasDevice.of(lab, Spots.link(lab, spot))),
                List.of(WasSwitchPort.act(spot.place(), "del-port", was.bridge(), spot.device())));
    }

    private static Change tagged(Sight lab, Spot spot) throws LabException {
        return new Change(
                List.of(WasSwitchPort.of(lab, spot)),
                List.of(WasSwitchPort.act(spot.place(), "set", "Port", spot.device(), "tag=" + TAG)));
    }
}
