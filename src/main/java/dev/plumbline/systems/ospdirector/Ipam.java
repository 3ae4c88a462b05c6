package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.Allocation.Reserved;
import dev.plumbline.systems.ospdirector.Allocation.RoleReservations;
import dev.plumbline.systems.ospdirector.HostAddresses.Basis;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives out addresses as ensureIPReservation and ensureIPs of controllers/openstacknetconfig_controller.go do: a host
 * keeps what it has, a reservation goes before that, any other takes the first free one.
 */
final class Ipam {

    private final NetConfig config;
    private final Map<String, Tree> held = new HashMap<>();
    private final List<HostSet> sets;
    private final List<Obstacle> obstacles;

    /** @param sets with their hosts, in the order in which they are served */
    Ipam(NetConfig config, List<Tree> nets, List<HostSet> sets, List<Obstacle> obstacles) {
        this.config = config;
        this.sets = sets;
        this.obstacles = obstacles;
        nets.forEach(net -> held.putIfAbsent(net.at("metadata", "name").text(), net));
    }

    /** In the order of networks and subnets. */
    List<Allocation> allocate() {
        List<Allocation> all = new ArrayList<>();
        Map<String, Subnet> names = new HashMap<>();
        for (Network network : config.networks()) {
            for (Subnet subnet : network.subnets()) {
                Subnet first = names.putIfAbsent(subnet.objectName(), subnet);
                if (first == null) {
                    all.add(new One(network, subnet).allocate());
                } else {
                    obstacles.add(new Obstacle(
                            "subnet-name-twice",
                            "a second subnet becomes OpenStackNet " + subnet.objectName(),
                            subnet.tree().at("name"),
                            List.of(first.tree().at("name"))));
                }
            }
        }
        return all;
    }

    /** One subnet. */
    private final class One {
        private final Network network;
        private final Subnet subnet;
        private final Tree net;
        private final Optional<Pool> pool;
        private final Map<String, Reserved> current = new HashMap<>();
        private final SortedMap<String, RoleReservations> roles = new TreeMap<>();

        One(Network network, Subnet subnet) {
            this.network = network;
            this.subnet = subnet;
            this.net = held.getOrDefault(
                    subnet.objectName(), new Tree.Missing(subnet.tree().spot()));
            this.pool = Pool.of(subnet);
        }

        Allocation allocate() {
            hold();
            reserve();
            List<HostSet> here =
                    sets.stream().filter(set -> set.isOn(subnet.name())).toList();
            Basis free = free(here);
            Set<String> served = new HashSet<>();
            for (HostSet set : here) {
                served.add(set.roleKey());
                serve(set, set.vip() ? Basis.FIRST_FREE : free);
            }
            drop(served);
            if (pool.isEmpty() && !here.isEmpty()) {
                obstacles.add(Obstacle.at(
                        subnet.family().present() ? subnet.family() : subnet.tree(),
                        "pool-unreadable",
                        "subnet " + subnet.name() + " has no range of addresses that can be read"));
            }
            OptionalInt length = Prefix.parse(subnet.cidr())
                    .map(prefix -> OptionalInt.of(prefix.length()))
                    .orElse(OptionalInt.empty());
            return new Allocation(network, subnet, length, roles);
        }

        /** What the OpenStackNet says that hosts have, its status before its spec, which may be a step behind. */
        private void hold() {
            net.at("status", "reservations").fields().forEach((host, each) -> keep(host, each, each));
            net.at("spec", "roleReservations").fields().forEach((role, value) -> {
                SortedMap<String, Reserved> list = new TreeMap<>();
                for (Tree each : value.at("reservations").items()) {
                    keep(each.at("hostname").text(), each, each);
                    reserved(each.at("hostname").text(), each, each).ifPresent(one -> list.put(one.host(), one));
                }
                roles.put(
                        role,
                        new RoleReservations(
                                value, value.at("addToPredictableIPs").isTrue(), list));
            });
        }

        private void keep(String host, Tree value, Tree flags) {
            reserved(host, value, flags).ifPresent(each -> {
                pool.ifPresent(those -> those.take(each.ip()));
                current.putIfAbsent(host, each);
            });
        }

        private Optional<Reserved> reserved(String host, Tree value, Tree flags) {
            Tree ip = value.at("ip");
            boolean sound = !host.isEmpty() && Ip.parse(ip.text()).isPresent();
            return sound
                    ? Optional.of(new Reserved(
                            host,
                            ip.text(),
                            ip,
                            flags.at("vip").isTrue(),
                            flags.at("serviceVIP").isTrue(),
                            flags.at("deleted").isTrue(),
                            Basis.HELD))
                    : Optional.empty();
        }

        /** What the OpenStackNetConfig reserves, whether the host is there or not. */
        private void reserve() {
            config.reservations().forEach((host, reservation) -> {
                Tree ip = reservation.addresses().get(subnet.name());
                if (ip != null) {
                    pool.ifPresent(those -> those.take(ip.text()));
                    current.put(host, new Reserved(host, ip.text(), ip, false, false, false, Basis.RESERVED));
                }
            });
        }

        /** VIPs come first for certain; of all others it is open who does. */
        private Basis free(List<HostSet> here) {
            List<HostSet> rivals = here.stream()
                    .filter(set -> !set.vip() && !current.keySet().containsAll(set.hosts()))
                    .toList();
            if (rivals.size() < 2) {
                return Basis.FIRST_FREE;
            }
            HostSet first = rivals.getFirst();
            obstacles.add(new Obstacle(
                    "address-order-open",
                    "subnet " + subnet.name() + ": "
                            + String.join(
                                    ", ", rivals.stream().map(HostSet::name).toList())
                            + " take free addresses in an order that is the operator's",
                    first.networkAt(subnet.name()),
                    rivals.stream()
                            .skip(1)
                            .map(set -> set.networkAt(subnet.name()))
                            .toList()));
            return Basis.FIRST_FREE_OF_SEVERAL;
        }

        private void serve(HostSet set, Basis free) {
            SortedMap<String, Reserved> mine = new TreeMap<>();
            int without = 0;
            for (String host : set.hosts()) {
                Reserved has = current.get(host);
                Optional<String> ip = has != null ? Optional.of(has.ip()) : pool.flatMap(Pool::assign);
                if (ip.isEmpty()) {
                    without++;
                    continue;
                }
                Tree at = has != null ? has.at() : subnet.family().at("allocationStart");
                Basis basis = has != null ? has.basis() : free;
                mine.put(host, new Reserved(host, ip.get(), at, set.vip(), set.serviceVip(), false, basis));
            }
            if (without > 0 && pool.isPresent()) {
                obstacles.add(new Obstacle(
                        "pool-exhausted",
                        "subnet " + subnet.name() + " has no address left for " + without + " of "
                                + set.hosts().size() + " hosts of " + set.roleName(),
                        subnet.family().at("allocationEnd"),
                        List.of(set.countAt())));
            }
            RoleReservations before = roles.get(set.roleKey());
            if (config.preserveReservations() && before != null) {
                before.reservations().forEach((host, old) -> mine.putIfAbsent(host, old.asDeleted()));
            }
            // A role whose last host goes keeps its old entries as they were: the operator writes no empty list.
            if (!mine.isEmpty()) {
                roles.put(set.roleKey(), new RoleReservations(set.networkAt(subnet.name()), set.tripleo(), mine));
            }
        }

        /** Roles that are gone from the subnet. */
        private void drop(Set<String> served) {
            if (!config.preserveReservations()) {
                roles.keySet().retainAll(served);
            }
            roles.replaceAll((role, old) -> served.contains(role)
                    ? old
                    : new RoleReservations(old.at(), old.tripleo(), deleted(old.reservations())));
        }

        private static SortedMap<String, Reserved> deleted(SortedMap<String, Reserved> reservations) {
            SortedMap<String, Reserved> deleted = new TreeMap<>(reservations);
            deleted.replaceAll((host, each) -> each.asDeleted());
            return deleted;
        }
    }
}
