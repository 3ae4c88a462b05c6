package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.topology.DeviceId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The addresses and routes of one machine or namespace.
 *
 * @param locals by device
 * @param routes longest prefix first, then as shown, which is by metric
 * @param routesKnown whether there is no other route
 */
record Stack(Scope scope, List<Local> locals, List<Way> routes, boolean routesKnown) {

    /** An address of its own. */
    record Local(DeviceId device, Ip address, Cidr subnet) {}

    /** @param via empty where the destination is on the link @param device empty where not known */
    record Way(Cidr destination, Optional<Ip> via, Optional<DeviceId> device) {}

    /**
     * What a packet does next.
     *
     * @param next whose station it is sent to
     * @param sure whether it is the subnet's own route; in a gateway's place a closer route may be that no line shows
     */
    record Choice(DeviceId device, Ip next, boolean sure) {}

    static final Comparator<Way> ORDER =
            Comparator.comparing((Way way) -> -way.destination().prefix());

    Stack {
        locals = List.copyOf(locals);
        routes = List.copyOf(routes);
    }

    boolean holds(Ip address) {
        return locals.stream().anyMatch(local -> local.address().equals(address));
    }

    /** The device that has an address of its own. */
    DeviceId holder(Ip address) {
        return locals.stream()
                .filter(local -> local.address().equals(address))
                .map(Local::device)
                .findFirst()
                .orElseThrow();
    }

    /** The route to an address; with a device, the one that a socket bound to it takes. */
    Optional<Choice> route(Ip to, Optional<DeviceId> bound) {
        for (Way way : routes) {
            Optional<DeviceId> device = way.device().or(() -> way.via().flatMap(this::deviceTowards));
            boolean wanted = device.isPresent() && (bound.isEmpty() || bound.equals(device));
            if (wanted && way.destination().contains(to)) {
                boolean sure = way.via().isEmpty() && way.destination().prefix() > 0 && alone(way);
                return Optional.of(new Choice(device.get(), way.via().orElse(to), sure));
            }
        }
        // A bound socket whose device no route names takes every address to be on the link.
        return bound.map(device -> new Choice(device, to, false));
    }

    /** Whether no other route leads to the same destination: several are taken in turn, or by a metric. */
    private boolean alone(Way way) {
        return routes.stream()
                        .filter(other -> other.destination()
                                .network()
                                .equals(way.destination().network()))
                        .map(Way::device)
                        .distinct()
                        .count()
                == 1;
    }

    /** The device in whose subnet a next hop lies. */
    Optional<DeviceId> deviceTowards(Ip next) {
        return locals.stream()
                .filter(local -> local.subnet().contains(next))
                .map(Local::device)
                .findFirst();
    }

    /** The address that a packet gets which has none yet: one of the device, best in the next hop's subnet. */
    Optional<Ip> source(DeviceId device, Ip next) {
        List<Local> own = locals.stream()
                .filter(local ->
                        local.address().six() == next.six() && local.address().linkLocal() == next.linkLocal())
                .toList();
        return own.stream()
                .filter(local -> local.device().equals(device) && local.subnet().contains(next))
                .findFirst()
                .or(() -> own.stream()
                        .filter(local -> local.device().equals(device))
                        .findFirst())
                .or(() -> own.stream().findFirst())
                .map(Local::address);
    }
}
