package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** TripleO's parameters from the environment files that a ConfigMap holds as texts. */
final class HeatParameters {

    /** Name of the ConfigMap where no generator names another; all samples call it so. */
    static final String DEFAULT_MAP = "heat-env-config";

    private final Given given;

    HeatParameters(Given given) {
        this.given = given;
    }

    /** By parameter; of one that two files give, that of the later file in the order of names holds. */
    SortedMap<String, Tree> read(List<ApiResource> maps) {
        SortedMap<String, Tree> parameters = new TreeMap<>();
        for (ApiResource map : maps) {
            new TreeMap<>(map.tree().at("data").fields()).forEach((file, text) -> {
                // Templates and scripts lie there too; only an environment holds parameters.
                if (text.text().contains("parameter_defaults")) {
                    Document document = Document.inside(map.object().observation(), text);
                    document.problem().ifPresent(given.problems()::add);
                    parameters.putAll(document.root().at("parameter_defaults").fields());
                }
            });
        }
        return parameters;
    }
}
