package dev.plumbline.weave;

import dev.plumbline.evidence.Standing;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.NicAlias;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.facts.VmNic;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of a guest's devices are NICs. Bridges, bonds and VLANs bear the MAC of a NIC below them, so a MAC alone does not
 * say.
 */
final class GuestNics {

    /** systemd's and the kernel's names of Ethernet NICs: never a proof, but a device called otherwise needs a better one. */
    private static final Pattern ETHERNET =
            Pattern.compile("en(o\\d+|(p\\d+)?s\\d+(f\\d+)?(n\\w+|d\\d+)?|x[0-9a-f]{12})|(eth|em)\\d+|p\\d+p\\d+");

    /** Kinds that software makes and that stand over no NIC. */
    private static final Set<String> MADE = Set.of("dummy", "tun", "veth");

    private static final Set<String> UPPER_TYPES = Set.of(
            "ovs_bridge", "ovs_user_bridge", "linux_bridge", "linux_bond", "ovs_bond", "team", "linux_team", "vlan");

    private GuestNics() {}

    /** Whether it may be a NIC at all. */
    static boolean possible(Site guest, Sighting device) {
        boolean otherKind = device.kind().isPresent();
        boolean bridge = guest.all(OvsPort.class).stream()
                        .anyMatch(port -> port.bridge().equals(device.name()))
                || guest.all(ConfiguredDevice.class).stream()
                        .anyMatch(asked -> asked.name().equals(device.name()) && UPPER_TYPES.contains(asked.type()))
                || !guest.portsOf(device.name()).isEmpty();
        boolean loopback = device.links().stream().map(Link::flags).anyMatch(flags -> flags.contains("LOOPBACK"));
        return !otherKind
                && !bridge
                && !loopback
                && device.base().isEmpty()
                && !isOvsOwn(device.name())
                && !isPlumbing(device);
    }

    /**
     * Whether its own lines show a device that bears a MAC of the domain without being the guest's: in a launcher the end of
     * the pod's veth has that of a masqueraded NIC, and a dummy, made and never set up, keeps that of a bridged one (KubeVirt,
     * pkg/network/setup). Only own lines: what others show may be missing.
     */
    static boolean isPlumbing(Sighting device) {
        boolean peer = device.index().isPresent() && device.peerIndex().isPresent()
                || device.netnsid().isPresent();
        return peer || device.links().stream().anyMatch(GuestNics::isMade);
    }

    /** The kernel makes a dummy with NOARP and without MULTICAST (drivers/net/dummy.c), an Ethernet NIC the other way round. */
    private static boolean isMade(Link link) {
        boolean dummy = link.flags().contains("NOARP") && !link.flags().contains("MULTICAST");
        return dummy || link.kind().filter(MADE::contains).isPresent();
    }

    /** Whether something besides its MAC says that it is one. */
    static boolean sure(Site guest, Sighting device) {
        return possible(guest, device)
                && (device.links().stream()
                                .anyMatch(link -> link.hardware().isPresent()
                                        && link.vantage().standing() != Standing.ASSUMED)
                        || guest.all(NicAlias.class).stream()
                                .anyMatch(alias -> alias.device().equals(device.name()))
                        || ETHERNET.matcher(device.name()).matches());
    }

    /** Whether an output shows that it is the device's own MAC: the permanent one, or no port of a bond (IFF_SLAVE). */
    static boolean ownMac(Held<Mac> mac) {
        return mac.by().stream()
                .anyMatch(link -> link.permanentMac().isPresent()
                        || !link.flags().isEmpty() && !link.flags().contains("SLAVE"));
    }

    /** The NICs of a guest whose domain nobody has seen: those that are sure, in order of ifindex, then name. */
    static List<Sighting> of(Site guest) {
        return guest.devices().stream()
                .filter(device -> sure(guest, device) || declared(guest, device))
                .sorted(Comparator.comparingInt(
                                (Sighting device) -> device.index().orElse(Integer.MAX_VALUE))
                        .thenComparing(Sighting::name))
                .toList();
    }

    /** NICs that no list of links shows, but os-net-config's log: it names only devices that are there. By name. */
    static List<Sighting> named(Site guest) {
        return guest.all(NicAlias.class).stream()
                .map(NicAlias::device)
                .filter(device -> guest.device(device).isEmpty())
                .distinct()
                .sorted()
                .map(device -> new Sighting(guest.id(device), List.of()))
                .toList();
    }

    private static boolean declared(Site guest, Sighting device) {
        return possible(guest, device)
                && device.mac().isPresent()
                && guest.withMac(device.mac().get()).stream().noneMatch(other -> sure(guest, other))
                && guest.all(VmNic.class).stream().anyMatch(nic -> nic.mac().equals(device.mac()));
    }

    /** The datapath's own devices and tunnels, which carry no address and no wire (Open vSwitch, ofproto-dpif). */
    private static boolean isOvsOwn(String name) {
        return name.equals("ovs-system")
                || name.equals("ovs-netdev")
                || name.equals("br-int")
                || name.startsWith("genev_sys_")
                || name.startsWith("vxlan_sys_")
                || name.startsWith("gre_sys");
    }
}
