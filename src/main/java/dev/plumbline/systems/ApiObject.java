package dev.plumbline.systems;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Tree;
import java.util.List;

/**
 * An API object inside an observation.
 *
 * @param observation the output or file that holds it
 * @param tree the object itself
 */
public record ApiObject(Observation observation, Tree tree) {

    /** What the API says of the cluster, wherever the command ran; the incarnation is that of the shell's place only. */
    public static Vantage clusterVantage(Observation observation) {
        Vantage vantage = observation.vantage();
        Scope cluster = Scope.ofCluster().inCluster(observation.scope().cluster());
        return new Vantage(cluster, vantage.standing(), "", vantage.time());
    }

    public Vantage vantage() {
        return clusterVantage(observation);
    }

    public String name() {
        return tree.at("metadata", "name").text();
    }

    /** Empty where the object does not say. */
    public String namespace() {
        return tree.at("metadata", "namespace").text();
    }

    public String uid() {
        return tree.at("metadata", "uid").text();
    }

    public Tree annotation(String key) {
        return tree.at("metadata", "annotations", key);
    }

    /** Whether nothing of its text can be lost: only then does it mean anything that a value is not there. */
    public boolean whole() {
        return observation.filter() instanceof Filter.None;
    }

    /** {@code key=value} of a mapping of texts such as a node selector, sorted. */
    public static List<String> pairs(Tree mapping) {
        return mapping.fields().entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue().text())
                .sorted()
                .toList();
    }

    /** The origin of a value of this object. */
    public Origin at(Tree value) {
        return value.spot().origin();
    }

    /** The origin of the first of these values that is there; of the object's name where none is. */
    public Origin atFirst(Tree... values) {
        for (Tree value : values) {
            if (!value.text().isEmpty()) {
                return at(value);
            }
        }
        return at(tree.at("metadata", "name"));
    }
}
