package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.BridgeMapping;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;

/** NodeNetworkConfigurationPolicies: one wanted link for each interface, and OVN's bridges. */
public final class NetworkPolicies implements ObjectReader {

    @Override
    public boolean reads(String group, String kind) {
        return group.equals(NodeNetworkStates.GROUP) && kind.equals("NodeNetworkConfigurationPolicy");
    }

    @Override
    public Reading read(Observation observation, Tree tree) {
        ApiObject object = new ApiObject(observation, tree);
        List<String> selector = tree.at("spec", "nodeSelector").fields().entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue().text())
                .sorted()
                .toList();
        Tree state = tree.at("spec", "desiredState");
        DesiredRoutes routes = object.whole() ? DesiredRoutes.of(state) : DesiredRoutes.NONE;
        List<Fact> facts = new ArrayList<>();
        for (InterfaceTree each : InterfaceTree.of(state)) {
            facts.add(new DesiredLink(
                    object.vantage(),
                    object.at(each.tree().at("name")),
                    object.name(),
                    each.name(),
                    each.type(),
                    each.state(),
                    each.portNames(),
                    each.tree().at("mtu").integer(),
                    each.tree().at("vlan", "id").integer(),
                    each.base(),
                    selector,
                    each.addresses(),
                    each.dhcp(),
                    object.whole() ? PortSettings.of(each) : List.of(),
                    routes.by(each.name())));
        }
        for (Tree mapping : state.at("ovn", "bridge-mappings").items()) {
            boolean present = object.whole() && !mapping.at("state").text().equals("absent");
            String localnet = mapping.at("localnet").text();
            String bridge = mapping.at("bridge").text();
            if (present && !localnet.isEmpty() && !bridge.isEmpty()) {
                facts.add(new BridgeMapping(
                        object.vantage(), object.at(mapping.at("bridge")), object.name(), localnet, bridge, selector));
            }
        }
        return Reading.of(facts);
    }
}
