package dev.plumbline.cli;

import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.draft.StandIn;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** @param each whether to tell of every device, or only how many there are of each cause */
    static void instead(Call call, LabDescription built, boolean each) throws IOException {
        SortedMap<String, List<StandIn>> causes = new TreeMap<>();
        built.instead().forEach(line -> causes.put(line, new ArrayList<>()));
        built.standIns()
                .forEach(one -> causes.computeIfAbsent(one.why(), _ -> new ArrayList<>())
                        .add(one));
        if (!causes.isEmpty()) {
            call.out().append("\nBUILT INSTEAD\n");
        }
        for (Map.Entry<String, List<StandIn>> cause : causes.entrySet()) {
            int count = cause.getValue().size();
            call.out().append("  ").append(cause.getKey());
            call.out().append(count == 0 ? "\n" : " (" + count + (count == 1 ? " value)\n" : " values)\n"));
            for (StandIn one : each ? cause.getValue() : List.<StandIn>of()) {
                call.out().append("    ").append(one.place().name()).append("  ");
                call.out().append(one.says()).append('\n');
            }
        }
    }
}
