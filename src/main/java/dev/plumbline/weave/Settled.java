package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.facts.PortVlan;
import dev.plumbline.facts.Route;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Settings.HeldAddress;
import dev.plumbline.topology.Settings.HeldRoute;
import dev.plumbline.topology.Settings.PortTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What was seen to be set on devices: addresses, routes and ports' VLANs of every place, each once. */
final class Settled {

    /** Enough for a reader to check; a capture shows the same address in four files. */
    private static final int SHOWN = 2;

    private final Table<HeldAddress> addresses = new Table<>();
    private final Table<HeldRoute> routes = new Table<>();
    private final Table<PortTag> tags = new Table<>();

    /** Statements of one sort by their key, each with every place that makes it. */
    private static final class Table<T> {
        private final SortedMap<String, Function<List<Origin>, T>> made = new TreeMap<>();
        private final Map<String, SortedSet<Origin>> origins = new HashMap<>();

        void put(Origin origin, String key, Function<List<Origin>, T> statement) {
            made.putIfAbsent(key, statement);
            origins.computeIfAbsent(key, _ -> new TreeSet<>()).add(origin);
        }

        List<T> all() {
            List<T> all = new ArrayList<>();
            made.forEach((key, statement) -> all.add(statement.apply(origins.getOrDefault(key, new TreeSet<>()).stream()
                    .limit(SHOWN)
                    .toList())));
            return all;
        }
    }

    private Settled() {}

    static Settings of(Places places) {
        Settled all = new Settled();
        places.sites().values().forEach(all::add);
        return new Settings(all.addresses.all(), all.routes.all(), all.tags.all());
    }

    private void add(Site site) {
        UnaryOperator<String> kernelName = names(site);
        for (Address address : site.all(Address.class)) {
            DeviceId device = site.id(kernelName.apply(address.device()));
            String basis = word(address.basis());
            addresses.put(
                    address.origin(),
                    key(device, address.cidr(), basis),
                    at -> new HeldAddress(device, address.cidr(), basis, at));
        }
        for (Route route : site.all(Route.class)) {
            Optional<String> device = named(route.device()).map(kernelName);
            Optional<String> via = named(route.gateway());
            String basis = word(route.basis());
            routes.put(
                    route.origin(),
                    key(site.id(""), route.destination(), via.orElse(""), device.orElse(""), basis),
                    at -> new HeldRoute(site.scope(), route.destination(), via, device, basis, at));
        }
        for (PortVlan port : site.all(PortVlan.class)) {
            tag(site, port.device(), port.vid(), port.pvid(), port.untagged(), port.origin());
        }
        for (OvsPort port : site.all(OvsPort.class)) {
            // An access port of Open vSwitch takes and gives frames of its VLAN without a tag
            // (ovs-vswitchd.conf.db(5)).
            port.tag().ifPresent(vlan -> tag(site, port.device(), vlan, true, true, port.origin()));
        }
    }

    private void tag(Site site, String device, int vlan, boolean pvid, boolean untagged, Origin origin) {
        DeviceId port = site.id(device);
        tags.put(
                origin,
                key(port, String.valueOf(10_000 + vlan), pvid + " " + untagged),
                at -> new PortTag(port, vlan, pvid, untagged, at));
    }

    /** A configuration calls a NIC by its alias; the kernel's name is the same device's on any side. */
    private static UnaryOperator<String> names(Site site) {
        return site.all(ConfiguredDevice.class).isEmpty() ? UnaryOperator.identity() : new Aliases(site)::device;
    }

    private static String key(DeviceId device, String... more) {
        return device.scope() + "\0" + device.scope().cluster() + "\0" + device.name() + "\0" + String.join("\0", more);
    }

    private static Optional<String> named(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String word(Address.Basis basis) {
        return basis.name().toLowerCase(Locale.ROOT);
    }
}
