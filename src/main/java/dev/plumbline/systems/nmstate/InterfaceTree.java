package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The keys of one nmstate interface that several of its readers ask for. */
record InterfaceTree(Tree tree) {

    /** The interfaces of a state, current or desired, in document order; those without a name are left out. */
    static List<InterfaceTree> of(Tree state) {
        return state.at("interfaces").items().stream()
                .map(InterfaceTree::new)
                .filter(each -> !each.name().isEmpty())
                .toList();
    }

    String name() {
        return tree.at("name").text();
    }

    String type() {
        return tree.at("type").text();
    }

    String state() {
        return tree.at("state").text();
    }

    boolean isType(String type) {
        return type().equals(type);
    }

    /** Whether it lists the ports of a bridge, of either sort, even if it has none. */
    boolean listsBridgePorts() {
        return tree.at("bridge", "port") instanceof Tree.Sequence;
    }

    /** The ports of a bridge of either sort. */
    List<Tree> bridgePorts() {
        return tree.at("bridge", "port").items();
    }

    /** Members of a bond under each of the words that nmstate has used. */
    static List<Tree> members(Tree holder) {
        Tree aggregation = holder.at("link-aggregation");
        List<Tree> members = new ArrayList<>();
        for (String word : List.of("port", "ports", "slaves")) {
            if (members.isEmpty()) {
                members.addAll(aggregation.at(word).items());
            }
        }
        return members;
    }

    List<String> portNames() {
        List<Tree> ports = bridgePorts().isEmpty() ? members(tree) : bridgePorts();
        return ports.stream()
                .map(port -> port instanceof Tree.Scalar
                        ? port.text()
                        : port.at("name").text())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Static addresses with prefix length, of a family that is not switched off. */
    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (Tree family : families()) {
            for (Tree address : family.at("address").items()) {
                String ip = address.at("ip").text();
                if (!ip.isEmpty() && address.at("prefix-length").integer().isPresent()) {
                    addresses.add(ip + "/" + address.at("prefix-length").text());
                }
            }
        }
        return List.copyOf(addresses);
    }

    boolean dhcp() {
        return families().stream().anyMatch(family -> family.at("dhcp").isTrue());
    }

    private List<Tree> families() {
        return Stream.of("ipv4", "ipv6")
                .map(tree::at)
                .filter(family ->
                        !family.at("enabled").present() || family.at("enabled").isTrue())
                .toList();
    }

    /** The lower device of a VLAN, macvlan, macvtap or VXLAN; empty where none is named. */
    String base() {
        for (String section : List.of("vlan", "mac-vlan", "mac-vtap", "vxlan")) {
            String base = tree.at(section, "base-iface").text();
            if (!base.isEmpty()) {
                return base;
            }
        }
        return "";
    }
}
