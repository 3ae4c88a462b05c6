package dev.plumbline.systems.kubevirt;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.VmSeen;
import dev.plumbline.facts.VmSeen.Migration;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** VirtualMachineInstances of every API version. */
public final class VirtualMachineInstances implements ObjectReader {

    /** KubeVirt's API group. */
    public static final String GROUP = "kubevirt.io";

    @Override
    public boolean reads(String group, String kind) {
        return group.equals(GROUP) && kind.equals("VirtualMachineInstance");
    }

    @Override
    public Reading read(Observation observation, Tree tree) {
        ApiObject object = new ApiObject(observation, tree);
        Tree status = tree.at("status");
        List<Tree> rows = status.at("interfaces").items();
        List<Fact> facts = new ArrayList<>();
        facts.add(new VmSeen(
                object.vantage(),
                object.atFirst(status.at("nodeName")),
                object.namespace(),
                object.name(),
                object.uid(),
                status.at("phase").text(),
                status.at("nodeName").text(),
                rows.isEmpty()
                        ? ""
                        : VmNics.withoutPrefix(rows.getFirst().at("ipAddress").text()),
                activePods(observation, status.at("activePods")),
                migration(status.at("migrationState")),
                ApiObject.pairs(tree.at("spec", "nodeSelector")),
                object.whole() && VmNics.bare(tree.at("spec"))));
        VmNics nics = new VmNics(object);
        facts.addAll(nics.declared(tree.at("spec")));
        facts.addAll(nics.reported(status));
        return Reading.of(facts);
    }

    /** Two pods are active while the VM migrates: of a cut text, one of them alone would tell the wrong story. */
    private static List<String> activePods(Observation observation, Tree pods) {
        return observation.filter() instanceof Filter.None
                ? pods.fields().entrySet().stream()
                        .map(pod -> pod.getKey() + "=" + pod.getValue().text())
                        .sorted()
                        .toList()
                : List.of();
    }

    private static Optional<Migration> migration(Tree state) {
        if (state.fields().isEmpty()) {
            return Optional.empty();
        }
        boolean failed = state.at("failed").isTrue();
        boolean ended = failed
                || state.at("completed").isTrue()
                || !state.at("endTimestamp").text().isEmpty();
        return Optional.of(new Migration(
                either(state, "sourceNode", "sourceState", "node"),
                either(state, "sourcePod", "sourceState", "pod"),
                either(state, "targetNode", "targetState", "node"),
                either(state, "targetPod", "targetState", "pod"),
                ended,
                failed));
    }

    private static String either(Tree state, String flat, String above, String below) {
        String text = state.at(flat).text();
        return text.isEmpty() ? state.at(above, below).text() : text;
    }
}
