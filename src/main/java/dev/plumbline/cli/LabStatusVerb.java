package dev.plumbline.cli;

import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.LabStatus;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.faults.Faults;
import dev.plumbline.lab.ground.LabException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in a lab, and what was built instead of what. */
final class LabStatusVerb implements LabVerb {

    @Override
    public String word() {
        return "status";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException {
        LabStatus status = labs.status(LabVerb.name(call));
        LabDescription built = status.description();
        if (call.options().output().equals("json")) {
            call.out().append(built.json());
            return call.codes();
        }
        call.out().append("lab " + status.name() + ": " + status.word());
        call.out().append(status.stands() ? ", anchor process " + status.anchor() + "\n" : "\n");
        call.out()
                .append("resources " + built.resources() + ", KubeVirt " + built.kubevirt() + ", wiring "
                        + built.wiring() + "\n\nPLACES\n");
        for (Map.Entry<String, String> place : built.places().entrySet()) {
            String meaning = place.getValue().isEmpty() ? "" : "  " + place.getValue();
            call.out().append("  ").append(place.getKey()).append(meaning).append('\n');
        }
        LabVerb.instead(call, built, true);
        List<Faults.Active> active = new Faults(labs, status.name()).active();
        if (!active.isEmpty()) {
            call.out().append("\nFAULTS\n");
            for (Faults.Active one : active) {
                call.out().append("  " + one.fault() + "  " + one.at() + "\n");
            }
        }
        return call.codes();
    }
}
