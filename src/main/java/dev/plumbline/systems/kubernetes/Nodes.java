package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.NodeSeen;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.util.List;

/** Nodes: their internal address and labels. */
final class Nodes implements ObjectReader {

    @Override
    public boolean reads(String group, String kind) {
        return group.isEmpty() && kind.equals("Node");
    }

    @Override
    public Reading read(Observation observation, Tree tree) {
        ApiObject node = new ApiObject(observation, tree);
        String address = tree.at("status", "addresses").items().stream()
                .filter(each -> each.at("type").text().equals("InternalIP"))
                .map(each -> each.at("address").text())
                .findFirst()
                .orElse("");
        List<String> labels = tree.at("metadata", "labels").fields().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue().text())
                .sorted()
                .toList();
        return Reading.of(List.of(new NodeSeen(node.vantage(), node.atFirst(), node.name(), address, labels)));
    }
}
