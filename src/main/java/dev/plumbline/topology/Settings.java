package dev.plumbline.topology;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What is set on devices beyond what makes them a path: addresses, routes, VLANs of ports. Every list is sorted.
 *
 * @param addresses of all places: guests, pods, nodes
 * @param routes of all places
 * @param tags VLANs of ports of Linux and Open vSwitch bridges
 */
public record Settings(List<HeldAddress> addresses, List<HeldRoute> routes, List<PortTag> tags) {

    public static final Settings NONE = new Settings(List.of(), List.of(), List.of());

    public Settings {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        tags = List.copyOf(tags);
    }

    /** @param address with its prefix length @param basis observed, configured or planned */
    public record HeldAddress(DeviceId device, String address, String basis, List<Origin> evidence) {}

    /**
     * @param scope whose routing table
     * @param destination {@code default} or an address with its prefix length
     * @param via the next hop; empty where the destination is on the link
     * @param device empty where the route names none
     * @param basis observed, configured or planned
     */
    public record HeldRoute(
            Scope scope,
            String destination,
            Optional<String> via,
            Optional<String> device,
            String basis,
            List<Origin> evidence) {}

    /** @param untagged whether frames of this VLAN leave the port without a tag @param pvid whether untagged frames enter it */
    public record PortTag(DeviceId port, int vlan, boolean pvid, boolean untagged, List<Origin> evidence) {}
}
