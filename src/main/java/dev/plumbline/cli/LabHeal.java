package dev.plumbline.cli;

import dev.plumbline.lab.Labs;
import dev.plumbline.lab.faults.Faults;
import dev.plumbline.lab.ground.LabException;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Undoes one fault, or all. */
final class LabHeal implements LabVerb {

    @Override
    public String word() {
        return "heal";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException {
        if (words.size() > 2) {
            throw LabVerb.usage("lab heal takes a fault and perhaps its place, or nothing for all");
        }
        Faults faults = new Faults(labs, LabVerb.name(call));
        List<Faults.Active> healed = words.isEmpty()
                ? faults.heal()
                : faults.heal(LabFaults.named(words.getFirst()).name(), words.size() > 1 ? words.get(1) : "");
        for (Faults.Active one : healed) {
            call.out().append("healed " + one.fault() + " at " + one.at() + "\n");
        }
        if (healed.isEmpty()) {
            call.note("there is no fault to heal");
        }
        return call.codes();
    }
}
