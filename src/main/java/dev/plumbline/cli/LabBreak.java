package dev.plumbline.cli;

import dev.plumbline.lab.Labs;
import dev.plumbline.lab.faults.Catalogue;
import dev.plumbline.lab.faults.Fault;
import dev.plumbline.lab.faults.Faults;
import dev.plumbline.lab.ground.LabException;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Makes a fault. */
final class LabBreak implements LabVerb {

    @Override
    public String word() {
        return "break";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException {
        if (words.isEmpty() || words.size() > 2) {
            throw LabVerb.usage("lab break takes FAULT and perhaps a place; plumbline lab faults lists them");
        }
        Fault fault = LabFaults.named(words.getFirst());
        Faults faults = new Faults(labs, LabVerb.name(call));
        Faults.Active made = faults.make(fault, words.size() > 1 ? words.get(1) : "");
        call.out().append(made.fault() + " at " + made.at() + ": " + fault.what() + "\n");
        return call.codes();
    }

    static List<String> names() {
        return Catalogue.all().stream().map(Fault::name).toList();
    }
}
