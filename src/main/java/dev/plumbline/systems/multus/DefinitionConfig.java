package dev.plumbline.systems.multus;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.NetworkDefinition.Config;
import dev.plumbline.facts.NetworkDefinition.PodRoute;
import dev.plumbline.facts.VlanRange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a CNI configuration says beyond the main plugin's bridge, VLAN and MTU. */
final class DefinitionConfig {

    private static final int LAST_VID = 4094;

    private DefinitionConfig() {}

    /**
     * @param plugin the main one, whose device the others work on
     * @param resource the annotation resourceName
     */
    static Config of(Tree root, Tree plugin, String resource) {
        String network = root.at("name").text();
        String physical = plugin.at("physicalNetworkName").text();
        String topology = plugin.at("topology").text();
        return new Config(
                network,
                topology,
                physical.isEmpty() && topology.equals("localnet") ? network : physical,
                NetworkDefinitions.positive(plugin.at("vlanID")),
                plugin.at("master").text(),
                resource,
                plugin.at("ipam", "type").text(),
                addresses(plugin.at("ipam")),
                trunk(plugin),
                routes(root));
    }

    /** The plugin static gives every pod these; other types choose at run time. */
    private static List<String> addresses(Tree ipam) {
        return ipam.at("type").text().equals("static")
                ? ipam.at("addresses").items().stream()
                        .map(address -> address.at("address").text())
                        .filter(address -> !address.isEmpty())
                        .toList()
                : List.of();
    }

    /** The bridge plugin calls it vlanTrunk, ovs-cni trunk. */
    private static List<VlanRange> trunk(Tree plugin) {
        List<VlanRange> ranges = new ArrayList<>();
        for (String key : List.of("vlanTrunk", "trunk")) {
            for (Tree each : plugin.at(key).items()) {
                OptionalInt id = each.at("id").integer();
                OptionalInt first = id.isPresent() ? id : each.at("minID").integer();
                OptionalInt last = id.isPresent() ? id : each.at("maxID").integer();
                if (first.isPresent() && last.isPresent() && first.getAsInt() > 0 && last.getAsInt() <= LAST_VID) {
                    ranges.add(VlanRange.tagged(first.getAsInt(), last.getAsInt()));
                }
            }
        }
        return List.copyOf(ranges);
    }

    private static List<PodRoute> routes(Tree root) {
        return root.at("plugins").items().stream()
                .filter(plugin -> plugin.at("type").text().equals("route-override"))
                .flatMap(plugin -> plugin.at("addroutes").items().stream())
                .filter(route -> !route.at("dst").text().isEmpty())
                .map(route ->
                        new PodRoute(route.at("dst").text(), route.at("gw").text()))
                .toList();
    }
}
