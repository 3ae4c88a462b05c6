package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.GuestNetwork;
import dev.plumbline.systems.osnetconfig.GuestNetwork.Address;
import dev.plumbline.systems.osnetconfig.GuestNetwork.Device;
import dev.plumbline.systems.osnetconfig.GuestNetwork.Route;
import dev.plumbline.systems.osnetconfig.GuestNetwork.Rule;
import dev.plumbline.systems.osnetconfig.GuestNetwork.Table;
import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.NetObject.Port;
import dev.plumbline.systems.osnetconfig.config.Settings;
import dev.plumbline.systems.osnetconfig.config.Value;
import dev.plumbline.systems.osnetconfig.ifcfg.Provider.Entry;
import dev.plumbline.systems.osnetconfig.ifcfg.Provider.Group;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a provider's files mean. */
public final class NetworkOf {

    private final Provider provider;
    /** OVS bond by member: it lists them itself, and their own files say nothing of it. */
    private final Map<String, String> bonds = new HashMap<>();

    private NetworkOf(Provider provider) {
        this.provider = provider;
    }

    public static GuestNetwork of(Provider provider) {
        return new NetworkOf(provider).network();
    }

    private GuestNetwork network() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            // Two files of one path: the later group's is the one that stays.
            entries.putAll(provider.entries(group));
        }
        entries.values().stream()
                .map(Entry::port)
                .filter(NetObject.OvsBond.class::isInstance)
                .forEach(bond -> Provider.names(bond).forEach(member -> bonds.putIfAbsent(member, bond.name())));
        List<Entry> inOrder = entries.values().stream()
                .sorted(Comparator.comparingInt(Entry::order))
                .toList();
        List<Device> devices = inOrder.stream().map(this::device).toList();
        List<Route> routes = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (Entry entry : inOrder) {
            String name = entry.port().name();
            RouteText text = provider.routes(name);
            text.v4().forEach(line -> routes.add(route(name, line)));
            text.v6().forEach(line -> routes.add(route(name, line)));
            provider.rules(name)
                    .forEach(rule -> rules.add(new Rule(name, rule.rule().str(), rule.tree())));
        }
        List<Table> tables = provider.tables().entrySet().stream()
                .map(table -> new Table(
                        table.getKey().toString(),
                        table.getValue().name().str(),
                        table.getValue().tree()))
                .toList();
        return new GuestNetwork(devices, routes, rules, tables);
    }

    private static Route route(String device, RouteText.Line line) {
        return new Route(
                device,
                line.route().isDefault()
                        ? "default"
                        : line.route().destination().str(),
                line.route().nextHop().str(),
                line.table(),
                line.options().strip(),
                line.route().tree());
    }

    private Device device(Entry entry) {
        Port port = entry.port();
        Settings settings = port.settings();
        List<Address> addresses = settings.useDhcpv6()
                ? List.of()
                : settings.addresses().stream()
                        .map(address -> new Address(address.cidr(), address.tree()))
                        .toList();
        String holder = holder(entry);
        List<String> servers = settings.dnsServers().truthy()
                ? IfcfgText.servers(settings.dnsServers()).stream()
                        .limit(2)
                        .map(Value::str)
                        .toList()
                : List.of();
        return new Device(
                port.name(),
                port.identity().written(),
                port.type(),
                holder,
                Provider.names(port),
                settings.mtu().truthy() ? number(new BigInteger(settings.mtu().decimal())) : OptionalInt.empty(),
                addresses,
                dhcp4(port),
                settings.useDhcpv6(),
                vlan(port),
                base(entry),
                mac(port),
                settings.onboot(),
                settings.defroute(),
                servers,
                domains(settings.domain()),
                Options.of(port),
                port.tree());
    }

    /**
     * A switch of Open vSwitch knows one word for both families. Elsewhere a fixed address, written last, undoes DHCP.
     */
    private static boolean dhcp4(Port port) {
        Settings settings = port.settings();
        if (port instanceof NetObject.OvsBridge || port instanceof NetObject.OvsBond) {
            return settings.useDhcp() || settings.useDhcpv6();
        }
        boolean fixed = !settings.useDhcpv6() && !settings.addresses(false).isEmpty();
        return settings.useDhcp() && !fixed && asksByDhcp(port);
    }

    /** For these no provider's file ever says so. */
    private static boolean asksByDhcp(Port port) {
        return switch (port) {
            case NetObject.OvsTunnel _, NetObject.OvsPatchPort _, NetObject.OvsDpdkPort _, NetObject.OvsDpdkBond _ ->
                false;
            default -> true;
        };
    }

    /** A patch port at the top names its bridge itself. */
    private String holder(Entry entry) {
        Placement place = entry.place();
        if (place.holder().isEmpty() && entry.port() instanceof NetObject.OvsPatchPort patch) {
            return patch.bridge().str();
        }
        return place.holder().isEmpty() ? bonds.getOrDefault(entry.port().name(), "") : place.holder();
    }

    private static List<String> domains(Value domain) {
        if (!domain.truthy()) {
            return List.of();
        }
        return domain instanceof Value.Items list ? IfcfgText.texts(list) : List.of(domain.str());
    }

    private static OptionalInt number(BigInteger number) {
        return number.bitLength() < Integer.SIZE ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    private static OptionalInt vlan(Port port) {
        return switch (port) {
            case NetObject.Vlan vlan -> number(vlan.id());
            case NetObject.IvsInterface vlan -> number(vlan.vlan());
            case NetObject.NfvswitchInternal vlan -> number(vlan.vlan());
            case NetObject.SriovVf function when function.vlan().signum() != 0 -> number(function.vlan());
            case NetObject.Interface nic
            when IfcfgText.isDottedVlan(nic.name()) ->
                number(new BigInteger(nic.name().substring(nic.name().indexOf('.') + 1)));
            default -> OptionalInt.empty();
        };
    }

    private static String base(Entry entry) {
        return switch (entry.port()) {
            case NetObject.Vlan _ when entry.place().ovsPort() -> "";
            case NetObject.Vlan vlan
            when vlan.device().truthy() -> vlan.device().str();
            case NetObject.Vlan _ -> entry.place().bond();
            case NetObject.IbChild child -> child.parent().str();
            case NetObject.SriovVf function -> function.device();
            case NetObject.Interface nic
            when IfcfgText.isDottedVlan(nic.name()) ->
                nic.name().substring(0, nic.name().indexOf('.'));
            default -> "";
        };
    }

    /** Of a bridge in user space the primary's MAC is not written anywhere, and an OVS bond needs none. */
    private Optional<String> mac(Port port) {
        boolean takes = switch (port) {
            case NetObject.OvsBridge bridge -> !bridge.user();
            case NetObject.LinuxBridge _, NetObject.LinuxBond _, NetObject.Team _ -> true;
            default -> false;
        };
        return takes ? port.primaryMember().flatMap(provider.machine().host()::mac) : Optional.empty();
    }
}
