package dev.plumbline.systems.kubevirt;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.VmSeen;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** VirtualMachines: what is to run. Where it runs is said by the instance alone. */
public final class VirtualMachines implements ObjectReader {

    @Override
    public boolean reads(String group, String kind) {
        return group.equals(VirtualMachineInstances.GROUP) && kind.equals("VirtualMachine");
    }

    @Override
    public Reading read(Observation observation, Tree tree) {
        ApiObject object = new ApiObject(observation, tree);
        Tree spec = tree.at("spec", "template", "spec");
        Tree phase = tree.at("status", "printableStatus");
        List<Fact> facts = new ArrayList<>();
        facts.add(new VmSeen(
                object.vantage(),
                object.atFirst(phase),
                object.namespace(),
                object.name(),
                object.uid(),
                phase.text(),
                "",
                "",
                List.of(),
                Optional.empty(),
                ApiObject.pairs(spec.at("nodeSelector")),
                object.whole() && VmNics.bare(spec)));
        facts.addAll(new VmNics(object).declared(spec));
        return Reading.of(facts);
    }
}
