package dev.plumbline.systems.linux;

import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines beneath a head line in the text of {@code ip -d link}: link layer, kind, role as a port, other names. A
 * line that cannot belong to the same entry (a second link layer, a second kind) shows that a head line between is
 * missing.
 */
final class LinkDetails {

    /** Kinds as the kernel's rtnl_link_ops and iproute2 name them. */
    private static final Set<String> KINDS = Set.of(
            "amt",
            "bareudp",
            "batadv",
            "bond",
            "bridge",
            "can",
            "dsa",
            "dummy",
            "erspan",
            "geneve",
            "gre",
            "gretap",
            "gtp",
            "hsr",
            "ifb",
            "ip6erspan",
            "ip6gre",
            "ip6gretap",
            "ip6tnl",
            "ipip",
            "ipoib",
            "ipvlan",
            "ipvtap",
            "macsec",
            "macvlan",
            "macvtap",
            "netdevsim",
            "netkit",
            "nlmon",
            "openvswitch",
            "rmnet",
            "sit",
            "team",
            "tun",
            "vcan",
            "veth",
            "virt_wifi",
            "vlan",
            "vrf",
            "vti",
            "vti6",
            "vxcan",
            "vxlan",
            "wireguard",
            "wwan",
            "xfrm");

    /** Kinds that never show {@code @...} behind their name: they have neither peer nor lower device. */
    private static final Set<String> WITHOUT_LOWER =
            Set.of("bond", "bridge", "dummy", "ifb", "openvswitch", "team", "tun");

    /** Kinds that always show it. */
    private static final Set<String> WITH_LOWER = Set.of("ipvlan", "macvlan", "macvtap", "veth", "vlan");

    /** Buses of simulated devices, which are no hardware. */
    private static final Set<String> SIMULATED = Set.of("netdevsim", "");

    private final HeadLine head;
    private Optional<Mac> mac = Optional.empty();
    private Optional<Mac> permanentMac = Optional.empty();
    private boolean kindShown;
    /** A bond lends its ports one MAC, so that a port's own is told even where both are equal. */
    private Optional<Mac> ofBond = Optional.empty();

    private Optional<String> netnsName = Optional.empty();
    private String netnsid = "";
    private String kind = "";
    private String vlan = "";
    private String bus = "";
    private final List<String> altNames = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private boolean linkLayer;
    private boolean ether;
    private boolean detailed;
    private boolean tail;
    private boolean strange;

    LinkDetails(HeadLine head) {
        this.head = head;
    }

    /** Takes a line of the entry; false where it cannot be one. */
    boolean take(Words words) {
        boolean taken = taken(words);
        if (taken) {
            settings.putAll(PortSettings.text(words));
        }
        return taken;
    }

    /** What the kernel does with frames at it, by name. */
    Map<String, String> settings() {
        return settings;
    }

    private boolean taken(Words words) {
        String first = words.at(0);
        if (first.startsWith("link/")) {
            return takeLinkLayer(words);
        }
        if (first.equals("altname")) {
            // Unlike names, alternative names may be up to 127 bytes long.
            words.all().stream().skip(1).limit(1).forEach(altNames::add);
            return true;
        }
        if (passedOver(first)) {
            return true;
        }
        if (first.endsWith("_slave")) {
            ofBond = Mac.parse(words.after("perm_hwaddr"));
            return takeTail(words);
        }
        if (KINDS.contains(first)) {
            return takeKind(words);
        }
        if (first.equals("parentbus") || first.equals("addrgenmode") || first.equals("numtxqueues")) {
            return takeTail(words);
        }
        strange = true;
        return true;
    }

    private static boolean passedOver(String first) {
        return switch (first) {
            case "alias", "valid_lft", "vf", "RX:", "TX:", "RX", "TX", "prog/xdp", "xdp", "inet", "inet6" -> true;
            default -> Character.isDigit(first.charAt(0));
        };
    }

    private boolean takeLinkLayer(Words words) {
        boolean loopback = words.at(0).equals("link/loopback");
        boolean elsewhere = words.has("link-netnsid") || words.has("link-netns");
        // The link layer comes before the kind: behind a kind it is of the next device, whose head line is lost.
        boolean another = linkLayer
                || kindShown
                || loopback != head.flags().contains("LOOPBACK")
                || elsewhere && head.peerIndex().isEmpty() && head.base().isEmpty();
        if (another) {
            return false;
        }
        linkLayer = true;
        ether = words.at(0).equals("link/ether");
        mac = ether ? Mac.parse(words.at(1)) : Optional.empty();
        permanentMac = Mac.parse(words.after("permaddr"));
        netnsid = words.after("link-netnsid");
        netnsName = Optional.of(words.after("link-netns")).filter(name -> !name.isEmpty());
        detailed = words.has("promiscuity");
        return takeTail(words);
    }

    private boolean takeKind(Words words) {
        kindShown = true;
        if (!detailed) {
            return true;
        }
        boolean lower = head.peerIndex().isPresent() || head.base().isPresent();
        if (!kind.isEmpty() || tail || (lower ? WITHOUT_LOWER : WITH_LOWER).contains(words.at(0))) {
            return false;
        }
        kind = words.at(0);
        vlan = kind.equals("vlan") ? words.after("id") : "";
        return takeTail(words);
    }

    /** What iproute2 prints behind the last of an entry's own lines. */
    private boolean takeTail(Words words) {
        if (tail) {
            return false;
        }
        tail = words.has("numtxqueues");
        bus = words.has("parentdev") ? words.after("parentbus") : bus;
        return true;
    }

    /** Whether it has a link-layer address that is an Ethernet one. */
    boolean hasMac() {
        return mac.isPresent();
    }

    /**
     * Adds what the lines said.
     *
     * @param whole whether all of the entry's lines are known to be there, so that a missing kind means that it has
     *     none
     * @param own whether the lines are known to be this device's, and not those of a next one whose head line is lost
     */
    void addTo(Link.Builder link, boolean whole, boolean own) {
        if (own) {
            addIdentity(link, whole);
            netnsName.ifPresent(link::netnsName);
        }
        Words.number(netnsid).ifPresent(link::netnsid);
        Words.number(vlan).ifPresent(link::vlan);
    }

    /** Adds the address and what says of hardware: of this device, or of the one whose head line is lost. */
    void addIdentity(Link.Builder link, boolean whole) {
        link.mac(mac).permanentMac(ofBond.or(() -> permanentMac)).altNames(altNames);
        if (!kind.isEmpty()) {
            link.kind(kind);
        }
        boolean single = head.peerIndex().isEmpty() && head.base().isEmpty();
        if (!SIMULATED.contains(bus)) {
            link.hardware("parentbus " + bus);
        } else if (bus.isEmpty() && whole && detailed && tail && ether && single && kind.isEmpty() && !strange) {
            link.hardware("detailed listing without link kind");
        }
    }
}
