package dev.plumbline.topology;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What decides where frames go beyond the paths of NICs: every joint of two devices, what bridges have learned, how ports are
 * set. Of a planned topology it may be empty: its paths and devices say the same. Every list is sorted.
 *
 * @param joints of all places, on paths or not
 * @param stations entries of forwarding databases
 * @param settings of devices and of whole namespaces
 * @param networks the node bridges that definitions of networks name
 * @param switches bridges of Open vSwitch, those without ports as well
 * @param alone devices that a whole line shows as a port of nothing
 * @param seen what was listed whole, so that absence means something
 */
public record Forwarding(
        List<Joint> joints,
        List<Station> stations,
        List<DeviceSetting> settings,
        List<NetworkBridge> networks,
        List<DeviceId> switches,
        List<DeviceId> alone,
        List<Seen> seen) {

    public static final Forwarding NONE =
            new Forwarding(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Forwarding {
        joints = List.copyOf(joints);
        stations = List.copyOf(stations);
        settings = List.copyOf(settings);
        networks = List.copyOf(networks);
        switches = List.copyOf(switches);
        alone = List.copyOf(alone);
        seen = List.copyOf(seen);
    }

    /**
     * Two devices between which frames pass.
     *
     * @param one the port, the VLAN device, the upper one; of a virtio or veth pair either end
     * @param step member and ovs lead from the port to its bridge, vlan and lower from the upper device to the lower one, bond
     *     from the member to the bond
     * @param detail of a port of Open vSwitch its type (internal, patch ...), of a patch port {@code patch}; else empty
     */
    public record Joint(
            DeviceId one,
            Step step,
            DeviceId other,
            String detail,
            Verdict verdict,
            String rule,
            List<Origin> evidence) {}

    /**
     * A MAC in a bridge's forwarding database.
     *
     * @param port where its frames go
     * @param bridge empty where not shown
     * @param state the kernel's word: empty where learned from traffic, {@code static} (does not age, and moves with traffic),
     *     {@code sticky} (stays), {@code permanent} (the bridge's own: frames go no further)
     */
    public record Station(
            DeviceId port, String bridge, Mac mac, OptionalInt vlan, String state, List<Origin> evidence) {}

    /**
     * A setting of the kernel.
     *
     * @param device empty for the whole namespace
     * @param name as iproute2's JSON has it ({@code isolated}, {@code state}, {@code vlan_filtering}), or the sysctl's last word
     *     ({@code arp_ignore}, {@code ip_forward})
     */
    public record DeviceSetting(
            Scope scope, Optional<String> device, String name, String value, List<Origin> evidence) {}

    /** @param network with its namespace where known @param vlan that the definition gives the node's port */
    public record NetworkBridge(
            String cluster, String network, String bridge, OptionalInt vlan, List<Origin> evidence) {}

    /** What was listed whole in a place. @param subject links, addresses, routes, stations, ovs-ports */
    public record Seen(Scope scope, String subject) {}
}
