package dev.plumbline.cli;

import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One verb of {@code lab}. */
interface LabVerb {

    String word();

    /** @param words what stands after the verb */
    Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException;

    static LabName name(Call call) throws Refusal {
        String name = call.options().own().getOrDefault(LabCommand.NAME, LabName.DEFAULT.text());
        return LabName.parse(name)
                .orElseThrow(
                        () -> usage(LabCommand.NAME + " " + name + ": expected 1 to 32 of a-z, 0-9 and the hyphen"));
    }

    static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message, List.of("see plumbline lab --help"));
    }

    static void instead(Call call, LabDescription built) throws IOException {
        if (!built.instead().isEmpty()) {
            call.out().append("\nBUILT INSTEAD\n");
            for (String line : built.instead()) {
                call.out().append("  ").append(line).append('\n');
            }
        }
    }
}
