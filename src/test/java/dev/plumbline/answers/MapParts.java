package dev.plumbline.answers;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What answers of examples are put together from. */
final class MapParts {

    static final Scope NODE = Scope.node("rack-2");
    static final String SOURCE = "session.txt";

    private MapParts() {}

    static Nic nic(
            String ref,
            String alias,
            String name,
            String mac,
            List<Nic.NicAddress> addresses,
            Nic.Network network,
            NicPath path,
            NicPath... others) {
        OptionalInt mtu =
                path.hops().stream().flatMapToInt(hop -> hop.mtu().stream()).min();
        return new Nic(
                ref,
                alias.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Nic.Alias(
                                alias,
                                Verdict.PROVEN,
                                "os-net-config-log",
                                List.of(line(320, alias + " mapped to: " + name)))),
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                Mac.parse(mac),
                mtu,
                addresses,
                network,
                path,
                List.of(others));
    }

    static NicPath path(String state, String end, Hop... hops) {
        return new NicPath(
                state,
                List.of(hops),
                Verdict.weakest(List.of(hops).stream().map(Hop::verdict).toList()),
                end);
    }

    static Nic.NicAddress address(String cidr, String device, String basis) {
        return new Nic.NicAddress(cidr, device, basis, List.of(line(400, "ip_netmask: " + cidr)));
    }

    static Nic.Network network(String name, Verdict verdict, String rule, String... candidates) {
        return new Nic.Network(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                verdict,
                rule,
                List.of(candidates),
                List.of(line(41, "net-attach-def " + name)));
    }

    static Nic.Network unknownNetwork() {
        return new Nic.Network(Optional.empty(), Verdict.UNKNOWN, "", List.of(), List.of());
    }

    static List<Device> devices(List<Nic> nics) {
        TreeMap<DeviceId, Device> devices = new TreeMap<>();
        nics.forEach(nic -> nic.path()
                .hops()
                .forEach(hop -> hop.name()
                        .ifPresent(name -> devices.put(
                                new DeviceId(hop.scope(), name), HopExample.device(hop.scope(), name, hop.kind())))));
        DeviceId stranger = new DeviceId(NODE, "vethaa01");
        devices.put(stranger, HopExample.device(NODE, "vethaa01", new Kind.Link()));
        return List.copyOf(devices.values());
    }

    static Origin line(int number, String text) {
        return new Origin(SOURCE, "", number, "", text);
    }
}
