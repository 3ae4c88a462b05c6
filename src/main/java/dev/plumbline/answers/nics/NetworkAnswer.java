package dev.plumbline.answers.nics;

import dev.plumbline.evidence.Origin;
import dev.plumbline.systems.osnetconfig.GuestNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The network that a configuration asks for, each part with the place in the file that asks for it.
 *
 * @param devices as os-net-config makes them, a bridge before its members
 * @param routes by device
 * @param rules by device
 * @param tables by number
 */
public record NetworkAnswer(List<Device> devices, List<Route> routes, List<Rule> rules, List<Table> tables) {

    /** Fields as {@link GuestNetwork.Device} has them. */
    public record Device(
            String name,
            String written,
            String type,
            String holder,
            List<String> members,
            OptionalInt mtu,
            List<String> addresses,
            boolean dhcp4,
            boolean dhcp6,
            OptionalInt vlan,
            String base,
            Optional<String> mac,
            List<String> dnsServers,
            List<String> domains,
            Map<String, String> options,
            Origin origin) {}

    /** @param table empty for the main one */
    public record Route(
            String device, String destination, String nextHop, String table, String options, Origin origin) {}

    public record Rule(String device, String rule, Origin origin) {}

    public record Table(String id, String name, Origin origin) {}

    static NetworkAnswer of(GuestNetwork network) {
        return new NetworkAnswer(
                network.devices().stream().map(NetworkAnswer::device).toList(),
                network.routes().stream()
                        .map(route -> new Route(
                                route.device(),
                                route.destination(),
                                route.nextHop(),
                                route.table(),
                                route.options(),
                                route.tree().spot().origin()))
                        .toList(),
                network.rules().stream()
                        .map(rule -> new Rule(
                                rule.device(), rule.rule(), rule.tree().spot().origin()))
                        .toList(),
                network.tables().stream()
                        .map(table -> new Table(
                                table.id(), table.name(), table.tree().spot().origin()))
                        .toList());
    }

    private static Device device(GuestNetwork.Device device) {
        return new Device(
                device.name(),
                device.written(),
                device.type(),
                device.holder(),
                device.members(),
                device.mtu(),
                device.addresses().stream().map(GuestNetwork.Address::address).toList(),
                device.dhcp4(),
                device.dhcp6(),
                device.vlan(),
                device.base(),
                device.mac(),
                device.dnsServers(),
                device.domains(),
                device.options(),
                device.tree().spot().origin());
    }
}
