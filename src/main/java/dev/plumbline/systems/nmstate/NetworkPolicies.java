package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.util.List;

/** NodeNetworkConfigurationPolicies: one wanted link for each interface. */
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
        return Reading.of(InterfaceTree.of(tree.at("spec", "desiredState")).stream()
                .map(each -> new DesiredLink(
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
                        selector))
                .toList());
    }
}
