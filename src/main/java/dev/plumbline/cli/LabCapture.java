package dev.plumbline.cli;

import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what a lab shows of itself. */
final class LabCapture implements LabVerb {

    @Override
    public String word() {
        return "capture";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException {
        String folder = Optional.ofNullable(call.options().own().get(LabCommand.DEST))
                .orElseThrow(() -> LabVerb.usage("lab capture takes " + LabCommand.DEST + " FOLDER"));
        labs.capture(LabVerb.name(call), Path.of(folder));
        call.note(folder + " is written");
        return call.codes();
    }
}
