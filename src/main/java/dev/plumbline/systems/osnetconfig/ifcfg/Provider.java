package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.config.Machine;
import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.NetObject.Port;
import dev.plumbline.systems.osnetconfig.config.ObjectReader;
import dev.plumbline.systems.osnetconfig.config.RuleEntry;
import dev.plumbline.systems.osnetconfig.config.Stop;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes objects and keeps what is to be written of them, by device: of two objects of one name the later one holds, at
 * the place of the first.
 */
public final class Provider {

    /** In the order in which files are written. */
    enum Group {
        INTERFACES,
        IVS_PORTS,
        NFVSWITCH_PORTS,
        BRIDGES,
        LINUX_BRIDGES,
        TEAMS,
        BONDS,
        INFINIBAND,
        VLANS,
        INFINIBAND_CHILDREN
    }

    /** A device and its ifcfg file. @param order in which it was taken */
    record Entry(Port port, Placement place, String text, int order) {}

    private final Machine machine;
    private final Map<Group, Map<String, Entry>> entries = new EnumMap<>(Group.class);
    private final Map<String, RouteText> routes = new LinkedHashMap<>();
    private final Map<String, List<RuleEntry>> rules = new LinkedHashMap<>();
    private final Map<BigInteger, NetObject.RouteTable> tables = new TreeMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final Map<String, NetObject.VppInterface> vpp = new LinkedHashMap<>();
    private final Map<String, NetObject.VppBond> vppBonds = new LinkedHashMap<>();
    private String nfvswitchOptions = "";
    private int taken;

    public Provider(Machine machine) {
        this.machine = machine;
        for (Group group : Group.values()) {
            entries.put(group, new LinkedHashMap<>());
        }
    }

    public void add(NetObject object) {
        add(object, Placement.TOP);
    }

    private void add(NetObject object, Placement place) {
        switch (object) {
            case NetObject.RouteTable table -> tables.put(table.id().integer(), table);
            case NetObject.Aside _, NetObject.OvsInterface _, NetObject.IvsBridge _ -> {}
            case NetObject.NfvswitchBridge bridge ->
                nfvswitchOptions = bridge.options().str();
            case NetObject.Vlan vlan -> write(Group.VLANS, vlan, place);
            case NetObject.IvsInterface port -> write(Group.IVS_PORTS, port, place);
            case NetObject.NfvswitchInternal port -> write(Group.NFVSWITCH_PORTS, port, place);
            case NetObject.OvsBridge bridge -> write(Group.BRIDGES, bridge, place);
            case NetObject.LinuxBridge bridge -> write(Group.LINUX_BRIDGES, bridge, place);
            case NetObject.LinuxBond bond -> write(Group.BONDS, bond, place);
            case NetObject.Team team -> write(Group.TEAMS, team, place);
            case NetObject.IbInterface nic -> write(Group.INFINIBAND, nic, place);
            case NetObject.IbChild child -> write(Group.INFINIBAND_CHILDREN, child, place);
            case NetObject.OvsDpdkPort port -> {
                bind(port);
                write(Group.INTERFACES, port, place);
                stays(port);
            }
            case NetObject.OvsDpdkBond bond -> {
                bond.ports().forEach(this::bind);
                write(Group.INTERFACES, bond, place);
                bond.ports().forEach(this::stays);
            }
            case NetObject.VppInterface port -> {
                machine.mac(port.name());
                vpp.put(port.name(), port);
            }
            case NetObject.VppBond bond -> vppBonds.put(bond.name(), bond);
            case NetObject.ContrailVrouter router -> {
                String names = String.join(",", names(router));
                write(Group.INTERFACES, router, place, ContrailText.kernel(names));
            }
            case NetObject.ContrailVrouterDpdk router -> {
                String addresses = ContrailText.addresses(router, machine);
                write(Group.INTERFACES, router, place, ContrailText.dpdk(router, addresses));
            }
            case NetObject.LinuxTap tap -> write(Group.INTERFACES, tap, place, "TYPE=Tap\n");
            case Port port -> write(Group.INTERFACES, port, place);
        }
        if (holds(object) && object instanceof Port holder) {
            holder.members().stream()
                    .flatMap(Optional::stream)
                    .forEach(member -> add(member, Placement.in(holder, member)));
        }
    }

    /** Members of the others have no file of their own. */
    private static boolean holds(NetObject object) {
        return switch (object) {
            case NetObject.OvsBridge _,
                    NetObject.LinuxBridge _,
                    NetObject.IvsBridge _,
                    NetObject.NfvswitchBridge _,
                    NetObject.OvsBond _,
                    NetObject.LinuxBond _,
                    NetObject.Team _,
                    NetObject.VppBond _ -> true;
            default -> false;
        };
    }

    private void bind(NetObject.OvsDpdkPort port) {
        String name = port.member().name();
        if (machine.host().isMellanox(name) && port.driver().str().contains("vfio-pci")) {
            throw new Stop(
                    "OvsDpdkBindException",
                    "For Mellanox NIC " + name + ", the default driver vfio-pci needs to be overridden");
        }
    }

    /** A NIC of Mellanox stays visible to the kernel: it gets a file that leaves it alone. */
    private void stays(NetObject.OvsDpdkPort port) {
        if (machine.host().isMellanox(port.member().name())) {
            add(new ObjectReader(machine, false, 1).bare(port.member()), Placement.TOP);
        }
    }

    private void write(Group group, Port port, Placement place) {
        write(group, port, place, "");
    }

    private void write(Group group, Port port, Placement place, String more) {
        String text = new IfcfgText(machine).of(port, place) + more;
        entries.getOrDefault(group, Map.of()).put(port.name(), new Entry(port, place, text, taken++));
        boolean listsMembers = holds(port) && !port.members().isEmpty();
        if (listsMembers) {
            members.put(port.name(), names(port));
        }
        boolean routed = !(port instanceof NetObject.OvsTunnel
                || port instanceof NetObject.OvsPatchPort
                || port instanceof NetObject.OvsDpdkPort);
        if (routed && !port.settings().routes().isEmpty()) {
            routes.put(port.name(), RouteText.of(port.name(), port.settings().routes()));
        }
        if (routed && !port.settings().rules().isEmpty()) {
            rules.put(port.name(), port.settings().rules());
        }
    }

    static List<String> names(NetObject holder) {
        List<String> names = new ArrayList<>();
        for (Optional<NetObject> member : holder.members()) {
            names.add(
                    switch (member.orElseThrow(() -> Stop.noAttribute("NoneType", "name"))) {
                        case Port port -> port.name();
                        case NetObject.RouteTable table -> table.name().str();
                        case NetObject.Aside aside ->
                            throw Stop.noAttribute(aside.word().equals("dcb") ? "Dcb" : "RouteRule", "name");
                    });
        }
        return names;
    }

    Machine machine() {
        return machine;
    }

    Map<String, Entry> entries(Group group) {
        return entries.getOrDefault(group, Map.of());
    }

    RouteText routes(String device) {
        return routes.getOrDefault(device, RouteText.NONE);
    }

    List<RuleEntry> rules(String device) {
        return rules.getOrDefault(device, List.of());
    }

    Map<BigInteger, NetObject.RouteTable> tables() {
        return tables;
    }

    List<NetObject.VppInterface> vpp() {
        return List.copyOf(vpp.values());
    }

    List<NetObject.VppBond> vppBonds() {
        return List.copyOf(vppBonds.values());
    }

    String nfvswitchOptions() {
        return nfvswitchOptions;
    }

    /** All below a device, members of members too. */
    Set<String> below(String device) {
        Set<String> below = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(members.getOrDefault(device, List.of()));
        while (!open.isEmpty()) {
            String member = open.pop();
            if (below.add(member)) {
                open.addAll(members.getOrDefault(member, List.of()));
            }
        }
        return below;
    }
}
