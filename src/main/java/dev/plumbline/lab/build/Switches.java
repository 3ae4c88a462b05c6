package dev.plumbline.lab.build;

import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The Open vSwitch bridges of one place: a database and a switch of its own, in user space, for the kernel's datapath may be
 * missing. Each tool finds its own by OVS_RUNDIR.
 */
public final class Switches {

    private final Anchor anchor;
    private final Netns place;
    private final List<LabBuild.Switch> switches;
    private final String folder;

    public Switches(Anchor anchor, Netns place, List<LabBuild.Switch> switches) {
        this.anchor = anchor;
        this.place = place;
        this.switches = List.copyOf(switches);
        folder = folder(place);
    }

    /** Where the database and the sockets of a place's switch lie, inside the lab. */
    public static String folder(Netns place) {
        return "/run/openvswitch/" + place;
    }

    private Map<String, String> environment() {
        return Map.of("OVS_RUNDIR", folder, "OVS_LOGDIR", folder, "OVS_DBDIR", folder);
    }

    public void start() throws LabException {
        must(List.of("mkdir", "-p", folder));
        must(List.of("ovsdb-tool", "create", folder + "/conf.db", Kernel.OVS_SCHEMA.toString()));
        must(List.of(
                "ovsdb-server",
                folder + "/conf.db",
                "--remote=punix:" + folder + "/db.sock",
                "--remote=db:Open_vSwitch,Open_vSwitch,manager_options",
                "--pidfile",
                "--detach",
                "--no-chdir",
                "--log-file",
                "-vconsole:off"));
        must(List.of(
                "ovs-vsctl",
                "--no-wait",
                "--",
                "init",
                "--",
                "set",
                "Open_vSwitch",
                ".",
                "external_ids:hostname=" + place.name(),
                "external_ids:system-id=" + place.name()));
        must(List.of(
                "ovs-vswitchd",
                "unix:" + folder + "/db.sock",
                "--pidfile",
                "--detach",
                "--no-chdir",
                "--log-file",
                "-vconsole:off"));
        quieten();
        List<String> configuration = new ArrayList<>(List.of("ovs-vsctl", "--timeout=30"));
        configuration.addAll(bridges(switches, "netdev"));
        must(configuration);
    }

    /** Commands that start one in a machine of its own, with its kernel's datapath, and configure it. */
    public static List<List<String>> inGuest(Netns guest, List<LabBuild.Switch> switches) {
        String database = "/etc/openvswitch/conf.db";
        String socket = "/var/run/openvswitch/db.sock";
        List<String> first = new ArrayList<>(List.of("ovs-vsctl", "--no-wait", "--", "init", "--", "set"));
        first.addAll(List.of(
                "Open_vSwitch", ".", "external_ids:hostname=" + guest.own(), "external_ids:system-id=" + guest.own()));
        first.addAll(bridges(switches, "system"));
        return List.of(
                List.of("ovsdb-tool", "create", database, Kernel.OVS_SCHEMA.toString()),
                List.of("ovsdb-server", database, "--remote=punix:" + socket, "--pidfile", "--detach", "--log-file"),
                first,
                // In the first ten seconds of its clock it takes the machine for one without a processor, and handles
                // no
                // packet that the kernel asks about, nor later (lib/ovs-numa.c and lib/dpif-netlink.c of 3.1).
                List.of(
                        "unshare",
                        "--time",
                        "--monotonic",
                        "60",
                        "--fork",
                        "ovs-vswitchd",
                        "unix:" + socket,
                        "--pidfile",
                        "--detach",
                        "--log-file",
                        "-vconsole:off"));
    }

    /** The devices that a switch makes itself. */
    public static List<String> devices(List<LabBuild.Switch> switches) {
        List<String> devices = new ArrayList<>();
        switches.forEach(one -> {
            devices.add(one.name());
            one.ports().stream()
                    .filter(LabBuild.SwitchPort::internal)
                    .map(LabBuild.SwitchPort::name)
                    .forEach(devices::add);
        });
        return devices;
    }

    /** Operations that bring up what switches made. */
    public static Batch up(List<LabBuild.Switch> switches) {
        Batch up = new Batch();
        devices(switches).forEach(device -> up.add("link set dev " + device + " up"));
        return up;
    }

    /** All bridges in one transaction. */
    private static List<String> bridges(List<LabBuild.Switch> switches, String datapath) {
        List<String> words = new ArrayList<>();
        for (LabBuild.Switch one : switches) {
            words.addAll(List.of(
                    "--", "add-br", one.name(), "--", "set", "Bridge", one.name(), "datapath_type=" + datapath));
            one.mac().ifPresent(mac -> words.add("other_config:hwaddr=" + mac));
            if (one.mtu().isPresent()) {
                words.addAll(mtu(one.name(), one.mtu().getAsInt()));
            }
            for (LabBuild.SwitchPort port : one.ports()) {
                port(words, one.name(), port);
            }
        }
        return words;
    }

    private static void port(List<String> words, String bridge, LabBuild.SwitchPort port) {
        words.add("--");
        if (port.members().isEmpty()) {
            words.addAll(List.of("add-port", bridge, port.name()));
        } else {
            words.addAll(List.of("add-bond", bridge, port.name()));
            words.addAll(port.members());
            words.add("bond_mode=active-backup");
        }
        if (port.tag().isPresent()) {
            words.add("tag=" + port.tag().getAsInt());
        }
        if (!port.trunks().isEmpty()) {
            words.add("trunks=" + port.trunks().stream().map(String::valueOf).collect(Collectors.joining(",")));
            words.add("vlan_mode=" + (port.tag().isPresent() ? "native-untagged" : "trunk"));
        }
        if (port.internal()) {
            words.addAll(List.of("--", "set", "Interface", port.name(), "type=internal"));
        }
        if (port.mtu().isPresent() && port.members().isEmpty()) {
            words.addAll(mtu(port.name(), port.mtu().getAsInt()));
        }
    }

    private static List<String> mtu(String device, int mtu) {
        return List.of("--", "set", "Interface", device, "mtu_request=" + mtu);
    }

    /** The NICs that are ports. */
    private List<String> nics() {
        return switches.stream()
                .flatMap(one -> one.ports().stream())
                .filter(port -> !port.internal())
                .flatMap(port -> port.members().isEmpty() ? List.of(port.name()).stream() : port.members().stream())
                .distinct()
                .toList();
    }

    /**
     * A switch in user space takes a copy of a port's frames and leaves them to the kernel as well, which would answer a
     * second time. It takes them before nftables sees them.
     */
    private void quieten() throws LabException {
        List<String> nics = nics();
        if (nics.isEmpty()) {
            return;
        }
        List<String> settings = new ArrayList<>(List.of("sysctl", "-q", "-e", "-w"));
        for (String nic : nics) {
            String key = nic.replace('.', '/');
            settings.add("net.ipv4.conf." + key + ".arp_ignore=8");
            settings.add("net.ipv6.conf." + key + ".disable_ipv6=1");
        }
        must(settings);
        String names = nics.stream().map(nic -> '"' + nic + '"').collect(Collectors.joining(", "));
        Output dropping = anchor.run(place, List.of("nft", "-f", "-"), """
                table inet plumbline {
                    chain input { type filter hook input priority -300; iifname { %s } drop; }
                    chain forward { type filter hook forward priority -300; iifname { %s } drop; }
                }
                """.formatted(names, names));
        if (!dropping.fine()) {
            throw new LabException("in " + place + ": nft: " + dropping.complaint());
        }
    }

    private void must(List<String> command) throws LabException {
        Output output = anchor.run(place, command, environment(), "");
        if (!output.fine()) {
            throw new LabException("in " + place + ": " + command.getFirst() + ": " + output.complaint());
        }
    }
}
