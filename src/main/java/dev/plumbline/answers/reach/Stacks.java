package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The addresses and routes of every place. Where some were observed, what is configured there counts no more. */
final class Stacks {

    private static final String OBSERVED = "observed";

    private final Terrain terrain;
    private final Map<Scope, Stack> stacks = new TreeMap<>();
    private final Map<Ip, List<Stack.Local>> holders = new HashMap<>();

    Stacks(Terrain terrain) {
        this.terrain = terrain;
        Map<Scope, List<Settings.HeldAddress>> addresses = new TreeMap<>();
        for (Settings.HeldAddress address : terrain.topology().settings().addresses()) {
            addresses
                    .computeIfAbsent(address.device().scope(), _ -> new ArrayList<>())
                    .add(address);
        }
        for (Machine machine : terrain.topology().machines()) {
            for (Nic nic : machine.nics()) {
                Hop first = nic.path().hops().getFirst();
                nic.addresses()
                        .forEach(address -> addresses
                                .computeIfAbsent(first.scope(), _ -> new ArrayList<>())
                                .add(new Settings.HeldAddress(
                                        new DeviceId(first.scope(), address.device()),
                                        address.address(),
                                        address.basis(),
                                        address.evidence())));
            }
        }
        Map<Scope, List<Settings.HeldRoute>> routes = new TreeMap<>();
        for (Settings.HeldRoute route : terrain.topology().settings().routes()) {
            routes.computeIfAbsent(route.scope(), _ -> new ArrayList<>()).add(route);
        }
        addresses.forEach((scope, held) ->
                stacks.put(scope, stack(scope, held, routes.getOrDefault(scope, List.of()))));
        routes.forEach((scope, held) -> stacks.putIfAbsent(scope, stack(scope, List.of(), held)));
        stacks.values()
                .forEach(stack -> stack.locals()
                        .forEach(local -> holders.computeIfAbsent(local.address(), _ -> new ArrayList<>())
                                .add(local)));
    }

    private Stack stack(Scope scope, List<Settings.HeldAddress> addresses, List<Settings.HeldRoute> routes) {
        boolean seen = addresses.stream().anyMatch(address -> address.basis().equals(OBSERVED));
        List<Stack.Local> locals = addresses.stream()
                .filter(address -> !seen || address.basis().equals(OBSERVED))
                .flatMap(address -> Cidr.parse(address.address()).stream()
                        .map(prefix -> new Stack.Local(address.device(), prefix.address(), prefix)))
                .distinct()
                .toList();
        boolean routesSeen = routes.stream().anyMatch(route -> route.basis().equals(OBSERVED));
        List<Stack.Way> ways = new ArrayList<>();
        // The kernel lists routes to one destination in the order it takes them: by metric, then by age.
        routes.stream()
                .filter(route -> !routesSeen || route.basis().equals(OBSERVED))
                .sorted(AS_SHOWN)
                .forEach(route -> way(scope, route).ifPresent(ways::add));
        boolean planned = !addresses.isEmpty()
                && addresses.stream().allMatch(address -> address.basis().equals("planned"));
        if (!routesSeen) {
            // The kernel makes a route to each address's own subnet.
            locals.stream()
                    .filter(local -> !local.address().linkLocal())
                    .forEach(local ->
                            ways.add(new Stack.Way(local.subnet(), Optional.empty(), Optional.of(local.device()))));
        }
        ways.sort(Stack.ORDER);
        return new Stack(scope, locals, ways, planned || terrain.sawAll(scope, "routes"));
    }

    private static final Cidr ALL_4 = new Cidr(Ip.v4(0), 0);
    private static final Cidr ALL_6 = new Cidr(new Ip(true, 0, 0), 0);

    private static final Comparator<Settings.HeldRoute> AS_SHOWN = Comparator.comparing(
            (Settings.HeldRoute route) -> route.evidence().isEmpty()
                    ? new Origin("", "", 0, "", "")
                    : route.evidence().getFirst(),
            Comparator.comparing(Origin::source)
                    .thenComparing(Origin::file)
                    .thenComparingInt(Origin::line)
                    .thenComparingInt(Stacks::place));

    /** Its place in a list of JSON. */
    private static int place(Origin origin) {
        String last = origin.pointer().substring(origin.pointer().lastIndexOf('/') + 1);
        return last.matches("\\d{1,9}") ? Integer.parseInt(last) : 0;
    }

    private static Optional<Stack.Way> way(Scope scope, Settings.HeldRoute route) {
        Optional<Ip> via = route.via().flatMap(Ip::parse);
        boolean six = via.filter(Ip::six).isPresent();
        Optional<Cidr> destination = route.destination().equals("default")
                ? Optional.of(six ? ALL_6 : ALL_4)
                : Cidr.parse(route.destination());
        Optional<DeviceId> device = route.device().map(name -> new DeviceId(scope, name));
        return destination.map(prefix -> new Stack.Way(prefix, via, device));
    }

    Optional<Stack> of(Scope scope) {
        return Optional.ofNullable(stacks.get(scope));
    }

    /** Everyone who holds an address, by scope. */
    List<Stack.Local> holders(Ip address) {
        return holders.getOrDefault(address, List.of());
    }
}
