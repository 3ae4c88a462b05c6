package dev.plumbline.cli;

import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Ends a lab. */
final class LabDown implements LabVerb {

    @Override
    public String word() {
        return "down";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException {
        LabName name = words.isEmpty()
                ? LabVerb.name(call)
                : LabName.parse(words.getFirst())
                        .orElseThrow(() -> LabVerb.usage(words.getFirst() + " is no lab's name"));
        if (!labs.down(name)) {
            throw new Refusal(ExitCode.UNREACHABLE, "there is no lab " + name, List.of("see plumbline lab list"));
        }
        call.note("lab " + name + " is down");
        return call.codes();
    }
}
