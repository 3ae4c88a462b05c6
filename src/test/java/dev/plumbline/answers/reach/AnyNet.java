package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.sources.Gathered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two or three guests on one or two nodes as their kernels would list them: bridges of one name on each node, MTUs and VLANs at
 * random; here and there a device that is down, a pair in no bridge, an address or a MAC of two.
 */
final class AnyNet {

    private static final List<Integer> MTUS = List.of(1400, 1500, 9000);
    private static final String NOBODYS = "10.0.0.99";

    private final Random random;
    private final List<Observation> outputs = new ArrayList<>();
    private final Map<String, List<Device>> links = new TreeMap<>();
    private final Map<String, List<String>> addresses = new TreeMap<>();
    private final Map<String, List<String>> vlans = new TreeMap<>();
    private final List<Integer> bridges = new ArrayList<>();
    private final List<Boolean> filtering = new ArrayList<>();
    private final List<String> senders = new ArrayList<>();
    private final List<String> goals = new ArrayList<>(List.of(NOBODYS));
    private final List<String> alone = new ArrayList<>();
    private int pairs = 100;

    AnyNet(Random random) {
        this.random = random;
        int most = 1 + random.nextInt(2);
        for (int i = 0; i < most; i++) {
            bridges.add(pick(MTUS));
            filtering.add(random.nextBoolean());
        }
        int nodes = 1 + random.nextInt(2);
        for (int i = 0; i < nodes; i++) {
            node(i);
        }
        int guests = 2 + random.nextInt(2);
        StringBuilder placed = new StringBuilder(
                "NAMESPACE   NAME     AGE   PHASE     IP            NODENAME   READY   LIVE-MIGRATABLE   PAUSED\n");
        for (int i = 0; i < guests; i++) {
            int node = random.nextInt(nodes);
            placed.append(String.format(
                    Locale.ROOT,
                    "shop        till-%d   5d    Running   10.128.0.%d    rack-%d     True    True%n",
                    i,
                    i,
                    node));
            guest(i, node);
        }
        for (int i = 0; i < nodes; i++) {
            listing(Scope.node("rack-" + i));
            output(
                    Scope.node("rack-" + i),
                    "[" + String.join(",", vlans.get("rack-" + i)) + "]",
                    "bridge",
                    "-j",
                    "vlan");
        }
        output(Scope.ofCluster(), placed.toString(), "oc", "get", "vmi", "-A", "-o", "wide");
    }

    /** All of it. */
    Gathered gathered() {
        return gathered(outputs);
    }

    /** Without some of the outputs. */
    Gathered less(Random choice, double rate) {
        return gathered(
                outputs.stream().filter(_ -> choice.nextDouble() >= rate).toList());
    }

    private static Gathered gathered(List<Observation> some) {
        return new Gathered(
                List.of(new Gathered.Named("net", "folder")), some, List.of(), List.of(), List.of(), List.of());
    }

    /** Guests, their NICs' addresses, nodes. */
    List<String> senders() {
        return senders;
    }

    /** Addresses of all, and one of nobody. */
    List<String> goals() {
        return goals;
    }

    /** Addresses of guests that have one NIC, whose answers go by no other. */
    List<String> alone() {
        return alone;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean rarely(int one) {
        return random.nextInt(one) == 0;
    }

    private int mtu(int bridge) {
        return rarely(8) ? pick(MTUS) : bridges.get(bridge);
    }

    private void node(int number) {
        String node = "rack-" + number;
        senders.add("node/" + node);
        vlans.put(node, new ArrayList<>());
        for (int bridge = 0; bridge < bridges.size(); bridge++) {
            String name = "br-" + bridge;
            String mac = String.format(Locale.ROOT, "02:0b:00:00:%02x:%02x", number, bridge);
            int mtu = bridges.get(bridge);
            link(
                    node,
                    new Device(2 + bridge, "eno" + bridge, mac, mtu(bridge), !rarely(30))
                            .port(name, false)
                            .with("\"parentbus\":\"pci\",\"parentdev\":\"0000:19:00." + bridge + "\""));
            link(
                    node,
                    new Device(10 + bridge, name, mac, mtu, !rarely(30))
                            .kind(
                                    "bridge",
                                    ",\"info_data\":{\"vlan_filtering\":" + (filtering.get(bridge) ? 1 : 0) + "}"));
            tags(node, name, 1, List.of());
            tags(node, "eno" + bridge, 1, List.of(10, 20));
            if (random.nextBoolean()) {
                String address = "10.0." + bridge + "." + (1 + number);
                goals.add(address);
                address(node, name, address);
            }
        }
    }

    private void guest(int number, int node) {
        String guest = "till-" + number;
        String pod = "virt-launcher-" + guest + "-x7k2p";
        senders.add(guest);
        StringBuilder domain = new StringBuilder(
                " Interface   Type       Source   Model                     MAC\n" + "-".repeat(78) + "\n");
        StringBuilder routes = new StringBuilder();
        int nics = 1 + random.nextInt(2);
        for (int nic = 0; nic < nics; nic++) {
            int bridge = random.nextInt(bridges.size());
            String mac = String.format(Locale.ROOT, "02:aa:00:00:%02x:%02x", rarely(20) ? 0 : number, nic);
            domain.append(String.format(
                    Locale.ROOT, " tap%d        ethernet   -        virtio-non-transitional   %s%n", nic, mac));
            line(number, node, nic, bridge, mac, guest, pod);
            if (!rarely(12)) {
                int host = rarely(12) ? 10 : 10 + 2 * number + nic;
                String address = "10.0." + bridge + "." + host;
                goals.add(address);
                if (nics == 1) {
                    alone.add(address);
                }
                senders.add(guest + "/enp" + nic + "s0");
                address(guest, "enp" + nic + "s0", address);
                routes.append(routes.isEmpty() ? "" : ",")
                        .append("{\"dst\":\"10.0." + bridge + ".0/24\",\"dev\":\"enp" + nic
                                + "s0\",\"protocol\":\"kernel\",\"scope\":\"link\",\"prefsrc\":\"" + address
                                + "\",\"flags\":[]}");
                if (rarely(3)) {
                    routes.append(",{\"dst\":\"default\",\"gateway\":\"10.0." + bridge + "." + (1 + random.nextInt(2))
                            + "\",\"dev\":\"enp" + nic + "s0\",\"flags\":[]}");
                }
            }
        }
        listing(Scope.guest("shop", guest));
        output(Scope.guest("shop", guest), "[" + routes + "]", "ip", "-j", "route");
        listing(Scope.pod("shop", pod));
        output(Scope.pod("shop", pod), domain.toString(), "virsh", "domiflist", "1");
        output(
                Scope.pod("shop", pod),
                " Id   Name          State\n-----------------------------\n 1    shop_" + guest + "   running\n",
                "virsh",
                "list");
    }

    /** From the guest's NIC to the node's bridge. */
    private void line(int number, int node, int nic, int bridge, String mac, String guest, String pod) {
        String own = String.format(Locale.ROOT, "02:bb:00:%02x:%02x:", number, nic);
        int inPod = 4 + nic;
        int onNode = ++pairs;
        String veth = "veth" + onNode;
        boolean podUp = !rarely(30);
        boolean nodeUp = !rarely(30);
        link(
                guest,
                new Device(2 + nic, "enp" + nic + "s0", mac, mtu(bridge), !rarely(30))
                        .with("\"parentbus\":\"virtio\",\"parentdev\":\"virtio" + nic + "\""));
        link(
                pod,
                new Device(20 + nic, "tap" + nic, own + "01", mtu(bridge), !rarely(30))
                        .kind("tun", "")
                        .port("k6t-net" + nic, false));
        link(pod, new Device(30 + nic, "k6t-net" + nic, own + "02", mtu(bridge), !rarely(40)).kind("bridge", ""));
        link(
                pod,
                new Device(inPod, "net" + nic, own + "03", mtu(bridge), podUp)
                        .kind("veth", "")
                        .peer(onNode, nodeUp)
                        .port("k6t-net" + nic, false));
        Device end = new Device(onNode, veth, own + "04", mtu(bridge), nodeUp)
                .kind("veth", "")
                .peer(inPod, podUp);
        link("rack-" + node, rarely(25) ? end : end.port("br-" + bridge, rarely(6)));
        tags("rack-" + node, veth, pick(List.of(1, 1, 10, 10, 20)), List.of());
    }

    private void tags(String node, String port, int own, List<Integer> more) {
        StringBuilder all = new StringBuilder("{\"vlan\":" + own + ",\"flags\":[\"PVID\",\"Egress Untagged\"]}");
        more.forEach(vlan -> all.append(",{\"vlan\":" + vlan + "}"));
        vlans.get(node).add("{\"ifname\":\"" + port + "\",\"vlans\":[" + all + "]}");
    }

    private void link(String place, Device device) {
        links.computeIfAbsent(place, _ -> new ArrayList<>()).add(device);
    }

    private void address(String place, String device, String address) {
        Device holder = links.get(place).stream()
                .filter(link -> link.name().equals(device))
                .findFirst()
                .orElseThrow();
        addresses.computeIfAbsent(place, _ -> new ArrayList<>()).add(holder.json(address));
    }

    private void listing(Scope scope) {
        String all = links.get(scope.name()).stream().map(Device::json).collect(Collectors.joining(",\n"));
        output(scope, "[" + all + "]", "ip", "-d", "-j", "link");
        if (addresses.containsKey(scope.name())) {
            output(scope, "[" + String.join(",\n", addresses.get(scope.name())) + "]", "ip", "-j", "-4", "addr");
        }
    }

    private void output(Scope scope, String text, String... command) {
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        outputs.add(new Observation(
                "net",
                scope.path() + "/" + String.join("_", command),
                Vantage.of(scope, Standing.STATED),
                Command.of(command),
                "",
                Filter.NONE,
                new Line(0, ""),
                lines));
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder("\n");
        outputs.forEach(output -> {
            all.append(output.file()).append('\n');
            output.lines()
                    .forEach(line -> all.append("    ").append(line.text()).append('\n'));
        });
        return all.toString();
    }

    /** An entry of {@code ip -d -j link}. */
    private record Device(
            int index, String name, String mac, int mtu, boolean up, boolean carrier, String more, String info) {

        Device(int index, String name, String mac, int mtu, boolean up) {
            this(index, name, mac, mtu, up, true, "", "");
        }

        Device with(String attributes) {
            return new Device(index, name, mac, mtu, up, carrier, more + attributes + ",", info);
        }

        Device kind(String kind, String data) {
            return new Device(index, name, mac, mtu, up, carrier, more, "\"info_kind\":\"" + kind + "\"" + data);
        }

        Device peer(int other, boolean running) {
            return new Device(index, name, mac, mtu, up, running, more, info)
                    .with("\"link_index\":" + other + ",\"link_netnsid\":0");
        }

        Device port(String bridge, boolean isolated) {
            String port =
                    (info.isEmpty() ? "" : ",") + "\"info_slave_kind\":\"bridge\",\"info_slave_data\":{\"state\":\""
                            + (up && carrier ? "forwarding" : "disabled") + "\",\"isolated\":" + isolated + "}";
            return new Device(index, name, mac, mtu, up, carrier, more + "\"master\":\"" + bridge + "\",", info + port);
        }

        String json() {
            return head() + "," + more + "\"linkinfo\":{" + info + "}}";
        }

        /** An entry of {@code ip -j -4 addr}. */
        String json(String address) {
            return head() + ",\"addr_info\":[{\"family\":\"inet\",\"local\":\"" + address
                    + "\",\"prefixlen\":24,\"scope\":\"global\",\"label\":\"" + name + "\"}]}";
        }

        private String head() {
            String flags = "\"BROADCAST\",\"MULTICAST\""
                    + (!up ? "" : carrier ? ",\"UP\",\"LOWER_UP\"" : ",\"NO-CARRIER\",\"UP\"");
            String state = up && carrier ? "UP" : up ? "LOWERLAYERDOWN" : "DOWN";
            return "{\"ifindex\":" + index + ",\"ifname\":\"" + name + "\",\"flags\":[" + flags + "],\"mtu\":" + mtu
                    + ",\"operstate\":\"" + state + "\",\"link_type\":\"ether\",\"address\":\"" + mac + "\"";
        }
    }
}
