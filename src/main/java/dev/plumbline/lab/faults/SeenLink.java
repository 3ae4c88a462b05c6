package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.Netns;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** A device as the kernel tells of it. @param raw its object in the output of {@code ip -j -d addr} */
record SeenLink(Netns place, JsonNode raw) {

    int index() {
        return raw.path("ifindex").asInt(0);
    }

    String name() {
        return raw.path("ifname").asString("");
    }

    Spot spot() {
        return new Spot(place, name());
    }

    /** Bytes. */
    int mtu() {
        return raw.path("mtu").asInt(0);
    }

    String mac() {
        return raw.path("address").asString("");
    }

    /** The bridge it is a port of; empty for none. */
    String master() {
        return raw.path("master").asString("");
    }

    String kind() {
        return raw.path("linkinfo").path("info_kind").asString("");
    }

    boolean isBridge() {
        return kind().equals("bridge");
    }

    boolean filtersVlans() {
        return raw.path("linkinfo").path("info_data").path("vlan_filtering").asInt(0) == 1;
    }

    boolean flag(String word) {
        return raw.path("flags")
                .valueStream()
                .anyMatch(flag -> flag.asString("").equals(word));
    }

    boolean isUp() {
        return flag("UP");
    }

    OptionalInt peerIndex() {
        return number("link_index");
    }

    /** The other end's namespace as this one numbers it; empty where it is the same. */
    OptionalInt peerNamespace() {
        return number("link_netnsid");
    }

    private OptionalInt number(String field) {
        JsonNode value = raw.path(field);
        return value.isIntegralNumber() ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
    }

    /** What it is to its bridge. */
    JsonNode port() {
        return raw.path("linkinfo").path("info_slave_data");
    }

    /** In the kernel's order. @param family inet or inet6 */
    List<JsonNode> addresses(String family) {
        return raw.path("addr_info")
                .valueStream()
                .filter(address -> address.path("family").asString("").equals(family))
                .toList();
    }

    /** With prefix lengths, IPv4 only, in the kernel's order. */
    List<String> networks() {
        return addresses("inet").stream().map(SeenLink::network).toList();
    }

    static String network(JsonNode address) {
        return address.path("local").asString("") + "/"
                + address.path("prefixlen").asInt(0);
    }
}
