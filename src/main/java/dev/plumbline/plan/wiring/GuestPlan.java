package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.plan.wiring.Manifests.Configuration;
import dev.plumbline.systems.osnetconfig.ConfigNames;
import dev.plumbline.systems.osnetconfig.NicOrder;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic.NicAddress;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A guest as os-net-config's file will make it: its aliases resolved, and what stands over each NIC. */
final class GuestPlan {

    /** A bond inside an Open vSwitch bridge is no device of the kernel: its members are ports of the bridge. */
    private static final String OVS_BOND = "ovs_bond";

    private final Scope scope;
    private final Configuration configuration;
    private final Map<String, String> aliases;
    private final Map<String, String> aliasOf = new HashMap<>();
    private final Map<String, ConfiguredDevice> devices = new LinkedHashMap<>();
    private final Map<String, List<ConfiguredDevice>> above = new HashMap<>();
    private final Map<String, String> holder = new HashMap<>();

    /** @param nics the guest's names of its NICs; aliases are given only where all are foreseen */
    GuestPlan(Scope scope, Configuration configuration, List<Optional<String>> nics) {
        this.scope = scope;
        this.configuration = configuration;
        boolean counted = !configuration.devices().isEmpty() && nics.stream().allMatch(Optional::isPresent);
        this.aliases = counted
                ? NicOrder.aliases(nics.stream()
                        .flatMap(Optional::stream)
                        .map(name -> new NicOrder.Candidate(name, "up", true))
                        .toList())
                : Map.of();
        aliases.forEach((alias, device) -> aliasOf.put(device, alias));
        for (ConfiguredDevice device : configuration.devices()) {
            devices.put(resolve(device.name()), device);
            device.members().forEach(member -> holder.putIfAbsent(resolve(member), resolve(device.name())));
        }
        for (ConfiguredDevice device : devices.values()) {
            lower(device)
                    .forEach(lower ->
                            above.computeIfAbsent(lower, _ -> new ArrayList<>()).add(device));
        }
    }

    boolean configured() {
        return !configuration.devices().isEmpty();
    }

    Optional<String> alias(String device) {
        return Optional.ofNullable(aliasOf.get(device));
    }

    Optional<ConfiguredDevice> device(String name) {
        return Optional.ofNullable(devices.get(name));
    }

    /** As os-net-config resolves a name: an alias with or without a VLAN's suffix, else the name as written. */
    String resolve(String name) {
        String base = ConfigNames.base(name);
        String suffix = name.substring(base.length());
        boolean vlan = suffix.isEmpty()
                || suffix.length() > 1 && suffix.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
        return vlan && aliases.containsKey(base) ? aliases.getOrDefault(base, base) + suffix : name;
    }

    private List<String> lower(ConfiguredDevice device) {
        if (!device.base().isEmpty()) {
            return List.of(resolve(device.base()));
        }
        List<String> lower = new ArrayList<>();
        for (String member : device.members()) {
            ConfiguredDevice inner = devices.get(resolve(member));
            if (inner != null && inner.type().equals(OVS_BOND) && !device.type().equals(OVS_BOND)) {
                inner.members().forEach(each -> lower.add(resolve(each)));
            } else {
                lower.add(resolve(member));
            }
        }
        return device.type().equals(OVS_BOND) ? List.of() : lower;
    }

    Kind kind(ConfiguredDevice device) {
        Optional<String> base = Optional.of(resolve(device.base())).filter(name -> !name.isEmpty());
        return switch (device.type()) {
            case "interface" -> device.vlan().isPresent() ? new Kind.Vlan(device.vlan(), base) : new Kind.Nic("");
            case "ovs_bridge", "ovs_user_bridge" -> new Kind.OvsBridge();
            case "linux_bridge" -> new Kind.Bridge();
            case "linux_bond" -> new Kind.Bond(lower(device));
            case "vlan" -> new Kind.Vlan(device.vlan(), base);
            default -> new Kind.Other(device.type().replace('_', '-'));
        };
    }

    static Step step(ConfiguredDevice upper) {
        return switch (upper.type()) {
            case "ovs_bridge", "ovs_user_bridge" -> Step.OVS;
            case "linux_bond", "team" -> Step.BOND;
            case "linux_bridge" -> Step.MEMBER;
            default -> Step.VLAN;
        };
    }

    /** Bridges, bonds and VLANs over a NIC from the one that carries the address down. */
    List<ConfiguredDevice> over(String nic) {
        List<ConfiguredDevice> chain = new ArrayList<>();
        Set<String> visited = new HashSet<>(Set.of(nic));
        String at = nic;
        while (chain.isEmpty() || !hasAddress(at)) {
            Optional<ConfiguredDevice> upper = carrier(above.getOrDefault(at, List.of()));
            if (upper.isEmpty() || !visited.add(resolve(upper.get().name()))) {
                break;
            }
            chain.addFirst(upper.get());
            at = resolve(upper.get().name());
        }
        return chain;
    }

    /** The one that carries an address, where exactly one does; else the only one. */
    private Optional<ConfiguredDevice> carrier(List<ConfiguredDevice> uppers) {
        List<ConfiguredDevice> carriers = uppers.stream()
                .filter(upper -> hasAddress(resolve(upper.name())))
                .toList();
        return carriers.size() == 1
                ? Optional.of(carriers.getFirst())
                : uppers.size() == 1 ? Optional.of(uppers.getFirst()) : Optional.empty();
    }

    private boolean hasAddress(String device) {
        return configuration.addresses().stream()
                .anyMatch(address -> resolve(address.device()).equals(device));
    }

    /** Of a NIC, of what stands over it, and of the internal ports of a bridge there; sorted. */
    List<NicAddress> addresses(String nic) {
        Set<String> carriers = new HashSet<>();
        collect(nic, carriers);
        Map<String, NicAddress> found = new TreeMap<>();
        for (Address address : configuration.addresses()) {
            String device = resolve(address.device());
            if (carriers.contains(device)) {
                found.putIfAbsent(
                        address.cidr() + " " + device,
                        new NicAddress(address.cidr(), device, "planned", List.of(address.origin())));
            }
        }
        return List.copyOf(found.values());
    }

    private void collect(String device, Set<String> carriers) {
        if (!carriers.add(device)) {
            return;
        }
        for (ConfiguredDevice upper : above.getOrDefault(device, List.of())) {
            collect(resolve(upper.name()), carriers);
            if (step(upper) == Step.OVS) {
                upper.members().stream()
                        .map(this::resolve)
                        .filter(member -> device(member)
                                .filter(inner -> inner.type().equals("vlan"))
                                .isPresent())
                        .forEach(member -> collect(member, carriers));
            }
        }
    }

    /** Draws all that the file makes, addresses and routes included; the NICs themselves are drawn with their lines. */
    void draw(Drawing drawing) {
        for (ConfiguredDevice device : devices.values()) {
            String name = resolve(device.name());
            if (aliasOf.containsKey(name) || device.type().equals(OVS_BOND) || isNowhere(name)) {
                continue;
            }
            DeviceId id = new DeviceId(scope, name);
            Optional<String> master = Optional.ofNullable(holder.get(name));
            drawing.add(Drawing.device(id, kind(device), device.mtu(), master, device.origin()));
            boolean port = master.flatMap(this::device)
                    .filter(upper -> step(upper) == Step.OVS)
                    .isPresent();
            if (port && device.type().equals("vlan") && device.vlan().isPresent()) {
                drawing.tag(id, device.vlan().getAsInt(), device.origin());
            }
        }
        configuration.addresses().stream()
                .filter(address -> !isNowhere(resolve(address.device())))
                .forEach(address -> drawing.address(
                        new DeviceId(scope, resolve(address.device())), address.cidr(), address.origin()));
        configuration.routes().stream()
                .filter(route -> !isNowhere(resolve(route.device())))
                .forEach(route -> drawing.route(
                        scope, route.destination(), route.gateway(), resolve(route.device()), route.origin()));
    }

    /** Of a NIC that the VM does not have os-net-config writes a file, and no device comes of it. */
    private boolean isNowhere(String name) {
        return !aliases.isEmpty()
                && !aliasOf.containsKey(name)
                && device(name)
                        .filter(one ->
                                one.type().equals("interface") && one.vlan().isEmpty())
                        .isPresent();
    }

    /** The bridge or bond that a device is a port of. */
    Optional<String> master(String device) {
        return Optional.ofNullable(holder.get(device))
                .flatMap(this::device)
                .map(upper -> upper.type().equals(OVS_BOND)
                        ? holder.getOrDefault(resolve(upper.name()), "")
                        : resolve(upper.name()))
                .filter(name -> !name.isEmpty());
    }
}
