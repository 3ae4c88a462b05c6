package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * NodeNetworkStates. The handler leaves out every veth that NetworkManager does not manage (kubernetes-nmstate
 * pkg/state/filter.go), so nothing is said of all links; a bridge's own list of ports still names them.
 */
public final class NodeNetworkStates implements ObjectReader {

    static final String GROUP = "nmstate.io";

    @Override
    public boolean reads(String group, String kind) {
        return group.equals(GROUP) && kind.equals("NodeNetworkState");
    }

    @Override
    public Reading read(Observation observation, Tree tree) {
        ApiObject object = new ApiObject(observation, tree);
        if (object.name().isEmpty()) {
            return Reading.of(List.of());
        }
        Vantage cluster = object.vantage();
        Scope node = Scope.node(object.name()).inCluster(cluster.scope().cluster());
        Optional<Instant> updated =
                instant(tree.at("status", "lastSuccessfulUpdateTime").text());
        Vantage vantage = new Vantage(node, cluster.standing(), "", updated.or(cluster::time));
        return Reading.of(new InterfaceFacts(observation, vantage).of(tree.at("status", "currentState")));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
