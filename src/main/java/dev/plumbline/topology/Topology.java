package dev.plumbline.topology;

import dev.plumbline.evidence.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that the evidence gives, or a plan foretells. Every list is sorted.
 *
 * @param machines VMs, then pods, by namespace and name
 * @param others ports of bridges that no path takes
 * @param segments the broadcast domains that paths cross
 * @param devices every device seen, also off all paths
 * @param forwarding what decides where frames go beyond the paths
 */
public record Topology(
        List<Machine> machines,
        List<Other> others,
        List<Segment> segments,
        List<Device> devices,
        Settings settings,
        Forwarding forwarding) {

    /** A topology whose paths say all there is to forwarding. */
    public Topology(
            List<Machine> machines,
            List<Other> others,
            List<Segment> segments,
            List<Device> devices,
            Settings settings) {
        this(machines, others, segments, devices, settings, Forwarding.NONE);
    }

    /** A topology of which nothing but paths is known. */
    public Topology(List<Machine> machines, List<Other> others, List<Segment> segments, List<Device> devices) {
        this(machines, others, segments, devices, Settings.NONE);
    }

    /**
     * A port of a bridge that belongs to no path.
     *
     * @param on the bridge's name
     * @param why what is known of it, in a few words
     */
    public record Other(DeviceId device, String on, Verdict verdict, String why) {}

    /**
     * Devices that share one Ethernet broadcast domain.
     *
     * @param vlan VLAN id; empty where untagged or not seen
     * @param vlansSeen whether the bridge's VLANs were seen at all
     */
    public record Segment(DeviceId bridge, OptionalInt vlan, boolean vlansSeen, List<String> devices) {}

    /** The same with VMs only. */
    public Topology withoutPods() {
        List<Machine> vms =
                machines.stream().filter(machine -> machine.kind().equals("vm")).toList();
        return vms.size() == machines.size()
                ? this
                : new Topology(vms, others, segments, devices, settings, forwarding);
    }

    /** The device of this identity where it was seen. */
    public Optional<Device> device(DeviceId id) {
        return devices.stream().filter(device -> device.id().equals(id)).findFirst();
    }
}
