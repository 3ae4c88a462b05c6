package dev.plumbline.cli;

import dev.plumbline.lab.LabStatus;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The labs of this user. */
final class LabList implements LabVerb {

    @Override
    public String word() {
        return "list";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException {
        for (LabName name : labs.names()) {
            LabStatus status = labs.status(name);
            call.out()
                    .append(name + "  " + status.word() + "  "
                            + status.description().places().size() + " places\n");
        }
        return call.codes();
    }
}
