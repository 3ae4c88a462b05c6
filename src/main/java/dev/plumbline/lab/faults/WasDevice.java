package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A device as it was: its name, MAC, MTU, bridge, what it is to that, whether it is up, its addresses. Known by its number,
 * which no fault changes.
 *
 * @param vlans of the port, as {@code bridge -j vlan} gives them; empty where the bridge filters none
 */
record WasDevice(SeenLink link, List<JsonNode> vlans) implements Was {

    static final String KIND = "device";

    /** What a port forgets, and iproute2's word for it. Numbers and switches alike. */
    private static final List<String> PORT = List.of(
            "priority",
            "cost",
            "hairpin",
            "guard",
            "root_block",
            "fastleave",
            "learning",
            "flood",
            "mcast_flood",
            "bcast_flood",
            "mcast_to_unicast",
            "neigh_suppress",
            "proxy_arp",
            "proxy_arp_wifi",
            "isolated",
            "locked");

    /** The kernel's numbers for what a port does with frames. */
    private static final Map<String, Integer> STATES =
            Map.of("disabled", 0, "listening", 1, "learning", 2, "forwarding", 3, "blocking", 4);

    static WasDevice of(Sight sight, SeenLink link) throws LabException {
        boolean filtered = !link.master().isEmpty()
                && sight.link(new Spot(link.place(), link.master()))
                        .filter(SeenLink::filtersVlans)
                        .isPresent();
        return new WasDevice(link, filtered ? vlans(sight, link) : List.of());
    }

    private static List<JsonNode> vlans(Sight sight, SeenLink link) throws LabException {
        return View.list(sight.anchor(), link.place(), "bridge", "-j", "vlan", "show", "dev", link.name())
                .flatMap(port -> port.path("vlans").valueStream())
                .toList();
    }

    @Override
    public Netns place() {
        return link.place();
    }

    /** Ports get the lowest free number of their bridge: in the order of the numbers they had. */
    @Override
    public int rank() {
        String number = link.port().path("no").asString("0x0");
        return number.matches("0x[0-9a-f]{1,4}") ? Integer.parseInt(number.substring(2), 16) : 0;
    }

    private SeenLink now(Sight now) throws LabException {
        return now.view(place())
                .link(link.index())
                .orElseThrow(() -> new LabException("in " + place() + ": " + link.name()
                        + " is gone, and cannot be made as it was; plumbline lab down ends the lab"));
    }

    @Override
    public List<Act> mend(Sight sight, Stage stage) throws LabException {
        SeenLink now = now(sight);
        return switch (stage) {
            case LOOSEN -> loosen(now);
            case FASTEN -> fasten(now);
            case TUNE -> tune(sight, now);
            case ADDRESSES -> addresses(now);
            case ROUTES -> List.of();
            case LINK_LOCAL -> six(now, true);
        };
    }

    private Act ip(String words) {
        return new Act.Line(place(), "ip", words);
    }

    private Act set(String device, String what) {
        return ip("link set dev " + device + " " + what);
    }

    private List<Act> loosen(SeenLink now) {
        List<Act> acts = new ArrayList<>();
        String name = now.name();
        if (!name.equals(link.name())) {
            acts.add(set(name, "down"));
            acts.add(set(name, "name plumb-" + link.index()));
            name = "plumb-" + link.index();
        }
        if (!now.master().isEmpty() && !now.master().equals(link.master())) {
            acts.add(set(name, "nomaster"));
        }
        return acts;
    }

    private List<Act> fasten(SeenLink now) {
        List<Act> acts = new ArrayList<>();
        String name = link.name();
        if (!now.name().equals(name)) {
            acts.add(set(now.name(), "name " + name));
        }
        if (!now.mac().equals(link.mac()) && !link.isBridge()) {
            acts.add(set(name, "address " + link.mac()));
        }
        if (now.mtu() != link.mtu()) {
            acts.add(set(name, "mtu " + link.mtu()));
        }
        if (now.flag("NOARP") != link.flag("NOARP")) {
            acts.add(set(name, link.flag("NOARP") ? "arp off" : "arp on"));
        }
        if (!link.master().isEmpty() && !now.master().equals(link.master())) {
            acts.add(set(name, "master " + link.master()));
        }
        if (now.isUp() != link.isUp() || !now.name().equals(name)) {
            acts.add(set(name, link.isUp() ? "up" : "down"));
        }
        return acts;
    }

    private List<Act> tune(Sight sight, SeenLink now) throws LabException {
        List<Act> acts = new ArrayList<>();
        if (link.master().isEmpty() || now.port().isMissingNode()) {
            return acts;
        }
        for (String field : PORT) {
            JsonNode was = link.port().path(field);
            JsonNode is = now.port().path(field);
            if (!was.isMissingNode() && !is.isMissingNode() && !was.equals(is)) {
                String value = was.isBoolean() ? (was.asBoolean() ? "on" : "off") : Integer.toString(was.asInt(0));
                acts.add(set(link.name(), "type bridge_slave " + field + " " + value));
            }
        }
        Integer was = STATES.get(link.port().path("state").asString(""));
        Integer is = STATES.get(now.port().path("state").asString(""));
        // A port whose link is down or still coming is disabled by that, and takes no state.
        boolean linked = now.raw().path("operstate").asString("").equals("UP");
        if (was != null && is != null && !was.equals(is) && linked) {
            acts.add(new Act.Line(place(), "bridge", "link set dev " + link.name() + " state " + was));
        }
        if (!vlans.isEmpty()) {
            tuneVlans(acts, vlans(sight, now));
        }
        return acts;
    }

    private void tuneVlans(List<Act> acts, List<JsonNode> now) {
        if (now.equals(vlans)) {
            return;
        }
        now.forEach(vlan ->
                acts.add(new Act.Line(place(), "bridge", "vlan del dev " + link.name() + " vid " + range(vlan))));
        for (JsonNode vlan : vlans) {
            StringBuilder words = new StringBuilder("vlan add dev " + link.name() + " vid " + range(vlan));
            vlan.path("flags")
                    .valueStream()
                    .map(flag -> flag.asString("").toLowerCase(java.util.Locale.ROOT))
                    .filter(flag -> flag.equals("pvid") || flag.startsWith("egress"))
                    .forEach(flag -> words.append(flag.equals("pvid") ? " pvid" : " untagged"));
            acts.add(new Act.Line(place(), "bridge", words.toString()));
        }
    }

    static String range(JsonNode vlan) {
        int from = vlan.path("vlan").asInt(0);
        int to = vlan.path("vlanEnd").asInt(from);
        return from == to ? Integer.toString(from) : from + "-" + to;
    }

    /** All of them anew where any differs: their order says which is the first of a subnet, and so the sender. */
    private List<Act> addresses(SeenLink now) {
        List<Act> acts = new ArrayList<>();
        List<JsonNode> was = link.addresses("inet");
        if (!plain(now.addresses("inet")).equals(plain(was))) {
            // Those of a subnet go with its first, which is listed before them.
            now.networks().reversed().forEach(network -> acts.add(ip("addr del " + network + " dev " + link.name())));
            was.forEach(address -> acts.add(ip("addr add " + words(address) + " dev " + link.name())));
        }
        // What the kernel makes itself comes back by itself.
        acts.addAll(six(now, false));
        return acts;
    }

    private List<Act> six(SeenLink now, boolean linkLocal) {
        List<Act> acts = new ArrayList<>();
        List<String> was = six(link.addresses("inet6"), linkLocal);
        List<String> is = six(now.addresses("inet6"), linkLocal);
        is.stream()
                .filter(address -> !was.contains(address))
                .forEach(address -> acts.add(ip("addr del " + address + " dev " + link.name())));
        was.stream()
                .filter(address -> !is.contains(address))
                .forEach(address -> acts.add(ip("addr add " + address + " dev " + link.name())));
        return acts;
    }

    private static List<String> six(List<JsonNode> addresses, boolean linkLocal) {
        return addresses.stream()
                .filter(address -> address.path("scope").asString("").equals("link") == linkLocal)
                .map(SeenLink::network)
                .toList();
    }

    private static List<Map<String, String>> plain(List<JsonNode> addresses) {
        return addresses.stream()
                .map(address -> {
                    Map<String, String> fields = new TreeMap<>();
                    for (String field : List.of("local", "address", "prefixlen", "broadcast", "scope", "label")) {
                        fields.put(field, address.path(field).asString(""));
                    }
                    return fields;
                })
                .toList();
    }

    private static String words(JsonNode address) {
        StringBuilder words = new StringBuilder(SeenLink.network(address));
        String broadcast = address.path("broadcast").asString("");
        if (!broadcast.isEmpty()) {
            words.append(" brd ").append(broadcast);
        }
        String scope = address.path("scope").asString("global");
        return words.append(" scope ").append(scope).toString();
    }

    @Override
    public boolean settled(Sight sight) throws LabException {
        SeenLink now = now(sight);
        return now.name().equals(link.name())
                && now.raw().path("operstate").equals(link.raw().path("operstate"))
                && now.port().path("state").equals(link.port().path("state"))
                && now.mac().equals(link.mac())
                && now.addresses("inet6").stream()
                        .map(SeenLink::network)
                        .sorted()
                        .toList()
                        .equals(link.addresses("inet6").stream()
                                .map(SeenLink::network)
                                .sorted()
                                .toList());
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Was.object(KIND, place());
        json.set("link", link.raw());
        vlans.forEach(json.putArray("vlans")::add);
        return json;
    }

    static WasDevice read(Netns place, JsonNode json) {
        return new WasDevice(
                new SeenLink(place, json.path("link")),
                json.path("vlans").valueStream().toList());
    }
}
