package dev.plumbline.lab.draft;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Mac;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.plan.KubevirtVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What to build, plainly: places, and what stands in each. Lists are in the order of building.
 *
 * @param places every network namespace
 * @param networks NetworkAttachmentDefinitions by {@code namespace/name}, for pods that Multus attaches
 * @param kubevirt whose plumbing of NICs is followed
 * @param guests what stands in the guests' places
 * @param files that guests have and this machine has not
 */
public record LabBuild(
        KubevirtVersion kubevirt,
        GuestKind guests,
        List<Netns> places,
        List<Wire> wires,
        List<Bridge> bridges,
        List<Upper> uppers,
        List<Port> ports,
        List<Tag> tags,
        Map<String, Tree> networks,
        List<PodNetworks> pods,
        List<VmNic> nics,
        List<Switch> switches,
        List<Address> addresses,
        List<Route> routes,
        List<PlacedFile> files) {

    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]{0,14}");
    private static final Pattern NET = Pattern.compile("[0-9a-fA-F.:]{2,45}/\\d{1,3}");
    private static final Pattern HOST = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    public LabBuild {
        places = List.copyOf(places);
        wires = List.copyOf(wires);
        bridges = List.copyOf(bridges);
        uppers = List.copyOf(uppers);
        ports = List.copyOf(ports);
        tags = List.copyOf(tags);
        networks = Map.copyOf(networks);
        pods = List.copyOf(pods);
        nics = List.copyOf(nics);
        switches = List.copyOf(switches);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        files = List.copyOf(files);
    }

    public LabBuild with(List<PlacedFile> others) {
        return new LabBuild(
                kubevirt, guests, places, wires, bridges, uppers, ports, tags, networks, pods, nics, switches,
                addresses, routes, others);
    }

    /** Whether a name can go into commands: the kernel takes more, a batch's words do not. */
    public static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }

    private static void named(String name) {
        if (!isDevice(name)) {
            throw new IllegalArgumentException("not a device's name: " + name);
        }
    }

    /** Whether it is an address with its prefix length. */
    public static boolean isNet(String text) {
        return NET.matcher(text).matches();
    }

    public static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    /** One end of a veth pair. @param mtu bytes */
    public record End(Netns place, String name, int mtu, Optional<Mac> mac) {
        public End {
            named(name);
        }
    }

    /** A veth pair. */
    public record Wire(End one, End other, Optional<Origin> cause) {}

    /** A Linux bridge. @param mtu pinned where given @param filtering whether it keeps VLANs apart */
    public record Bridge(
            Netns place, String name, OptionalInt mtu, Optional<Mac> mac, boolean filtering, Optional<Origin> cause) {
        public Bridge {
            named(name);
        }
    }

    /** A device on top of others. */
    public sealed interface Upper {
        Netns place();

        String name();

        OptionalInt mtu();
    }

    public record Vlan(Netns place, String name, String base, int id, OptionalInt mtu, Optional<Origin> cause)
            implements Upper {
        public Vlan {
            named(name);
            named(base);
        }
    }

    /** @param mode the kernel's word, such as active-backup */
    public record Bond(
            Netns place, String name, String mode, List<String> members, OptionalInt mtu, Optional<Origin> cause)
            implements Upper {
        public Bond {
            named(name);
            members.forEach(LabBuild::named);
        }
    }

    /** A device that becomes a bridge's port. */
    public record Port(Netns place, String device, String bridge, Optional<Origin> cause) {
        public Port {
            named(device);
            named(bridge);
        }
    }

    /** A VLAN of a bridge's port. */
    public record Tag(Netns place, String port, int vlan, boolean pvid, boolean untagged) {
        public Tag {
            named(port);
        }
    }

    /** A pod that Multus attaches on a node. @param annotation the networks it asks for */
    public record PodNetworks(Netns node, Netns pod, String namespace, String name, Tree annotation) {}

    /** An Open vSwitch bridge. @param mtu of its own device */
    public record Switch(
            Netns place,
            String name,
            Optional<Mac> mac,
            OptionalInt mtu,
            List<SwitchPort> ports,
            Optional<Origin> cause) {
        public Switch {
            named(name);
            ports = List.copyOf(ports);
        }
    }

    /**
     * A port of an Open vSwitch bridge.
     *
     * @param members the NICs of a bond; empty for every other port
     * @param internal whether the switch makes the device itself
     * @param tag the VLAN of frames without a tag; with trunks it carries these besides
     * @param trunks the VLANs that it carries, 0 for frames without a tag; empty for one VLAN where it has a tag, else for all
     */
    public record SwitchPort(
            String name,
            boolean internal,
            OptionalInt tag,
            OptionalInt mtu,
            List<String> members,
            List<Integer> trunks) {

        public SwitchPort(String name, boolean internal, OptionalInt tag, OptionalInt mtu, List<String> members) {
            this(name, internal, tag, mtu, members, List.of());
        }

        public SwitchPort {
            named(name);
            members.forEach(LabBuild::named);
            members = List.copyOf(members);
            trunks = List.copyOf(trunks);
        }
    }

    /** @param address with its prefix length */
    public record Address(Netns place, String device, String address, Optional<Origin> cause) {
        public Address {
            named(device);
            if (!isNet(address)) {
                throw new IllegalArgumentException("not an address with a prefix length: " + address);
            }
        }
    }

    /** @param destination {@code default}, or an address with its prefix length */
    public record Route(
            Netns place, String destination, Optional<String> via, Optional<String> device, Optional<Origin> cause) {
        public Route {
            device.ifPresent(LabBuild::named);
            boolean sound = (destination.equals("default") || isNet(destination))
                    && via.map(LabBuild::isHost).orElse(true);
            if (!sound) {
                throw new IllegalArgumentException("not a route: " + destination);
            }
        }
    }
}
