package dev.plumbline.lab.draft;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands in the place of the switches and routers beyond the nodes: a bridge for each uplink, of one name on all nodes,
 * which routes between the subnets seen there.
 */
public final class Fabric {

    private static final int LONGEST = 15;

    /** Jumbo frames pass everywhere: a switch is not what a plan tells of; bytes. */
    private static final int MTU = 9216;

    /** One broadcast domain. @param vlan of the uplink's frames; 0 for untagged ones */
    private record Domain(String key, int vlan) {}

    /** A subnet that is used there. @param routed the routers that machines send by */
    private record Subnet(Cidr network, Set<String> used, Set<String> routed) {}

    private final Draft draft;
    private final Map<String, String> bridges = new LinkedHashMap<>();
    private final Map<Domain, String> domains = new LinkedHashMap<>();
    private final Map<Domain, Map<String, Subnet>> subnets = new LinkedHashMap<>();
    private final Set<String> switched = new TreeSet<>();

    public Fabric(Draft draft) {
        this.draft = draft;
    }

    /** The fabric's bridge for an uplink. @param key what makes uplinks of several nodes one: the bridge above them, or their name */
    public String bridge(String key) {
        return bridges.computeIfAbsent(key, _ -> {
            String plain = key.replaceAll("[^A-Za-z0-9_.-]", "");
            String name = "sw-" + plain.substring(0, Math.min(plain.length(), LONGEST - 6));
            String free = bridges.containsValue(name) ? name + bridges.size() : name;
            domains.put(new Domain(key, 0), free);
            return free;
        });
    }

    /** Has Open vSwitch keep VLANs apart there: frames of nodes come with their tags. */
    public void keepVlansApart(String key) {
        switched.add(key);
    }

    /** Bridges, devices of VLANs, and switches, once all uplinks are known. */
    private void draw() {
        domains.forEach((domain, name) -> {
            if (!switched.contains(domain.key())) {
                draw(domain, name);
            }
        });
        switched.forEach(this::drawSwitch);
    }

    private void draw(Domain domain, String name) {
        if (domain.vlan() > 0 && draft.kernel.has(Feature.VLAN)) {
            String below = bridge(domain.key());
            draft.upper(
                    new LabBuild.Vlan(Netns.FABRIC, name, below, domain.vlan(), OptionalInt.empty(), Optional.empty()));
        } else {
            draft.bridge(new LabBuild.Bridge(
                    Netns.FABRIC, name, OptionalInt.of(MTU), Optional.empty(), false, Optional.empty()));
        }
    }

    private void drawSwitch(String key) {
        List<LabBuild.SwitchPort> ports = new ArrayList<>();
        domains.forEach((domain, name) -> {
            if (domain.key().equals(key)) {
                OptionalInt tag = domain.vlan() > 0 ? OptionalInt.of(domain.vlan()) : OptionalInt.empty();
                draft.release(name)
                        .forEach(port ->
                                ports.add(new LabBuild.SwitchPort(port, false, tag, OptionalInt.empty(), List.of())));
                if (domain.vlan() > 0) {
                    ports.add(new LabBuild.SwitchPort(name, true, tag, OptionalInt.of(MTU), List.of()));
                }
            }
        });
        String name = bridge(key);
        draft.ovs(new LabBuild.Switch(
                Netns.FABRIC,
                name,
                Optional.of(Macs.local("fabric/" + name)),
                OptionalInt.of(MTU),
                ports,
                Optional.empty()));
    }

    /** The fabric's device in a VLAN of an uplink. */
    public String domain(String key, int vlan) {
        bridge(key);
        return domains.computeIfAbsent(
                new Domain(key, vlan),
                _ -> "v" + bridges.keySet().stream().toList().indexOf(key) + "." + vlan);
    }

    /** Notes an address that is used in a domain. */
    public void uses(String key, int vlan, Cidr address) {
        subnet(key, vlan, address).used().add(address.host());
    }

    /** Notes a router that is sent to in the subnet of an address. */
    public void routes(String key, int vlan, Cidr address, String router) {
        if (Ip.parse(router).filter(address::contains).isPresent()) {
            subnet(key, vlan, address).routed().add(router);
        }
    }

    private Subnet subnet(String key, int vlan, Cidr address) {
        return subnets.computeIfAbsent(new Domain(key, vlan), _ -> new TreeMap<>())
                .computeIfAbsent(
                        address.network().toString(),
                        _ -> new Subnet(address.network(), new TreeSet<>(), new TreeSet<>()));
    }

    /** Gives the fabric the routers' addresses; where no one sends by a router, the first free one, to be tried at. */
    public void addresses() {
        Set<String> all = new TreeSet<>();
        subnets.values().forEach(each -> each.values().forEach(subnet -> all.addAll(subnet.used())));
        subnets.keySet().forEach(domain -> domain(domain.key(), domain.vlan()));
        draw();
        subnets.forEach((domain, each) -> each.values().forEach(subnet -> {
            List<String> own = new ArrayList<>(subnet.routed());
            own.removeIf(all::contains);
            if (own.isEmpty() && subnet.routed().isEmpty()) {
                first(subnet.network(), all).ifPresent(own::add);
            }
            String device = domain(domain.key(), domain.vlan());
            for (String address : own) {
                if (all.add(address)) {
                    draft.address(
                            Netns.FABRIC,
                            device,
                            address + "/" + subnet.network().prefix(),
                            Optional.<Origin>empty());
                }
            }
        }));
    }

    private static Optional<String> first(Cidr network, Set<String> used) {
        long hosts = network.address().bits() - network.prefix() < 2 ? 0 : 8;
        for (int i = 1; i <= hosts; i++) {
            String host = network.plus(i).host();
            if (!used.contains(host) && network.contains(network.plus(i + 1).address())) {
                return Optional.of(host);
            }
        }
        return Optional.empty();
    }
}
