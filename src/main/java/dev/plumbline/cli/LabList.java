package dev.plumbline.cli;

import dev.plumbline.lab.LabStatus;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        List<LabName> names = labs.names();
        if (names.isEmpty()) {
            call.note("no labs");
            return call.codes();
        }
        List<List<String>> rows = new ArrayList<>();
        if (call.options().headers()) {
            rows.add(List.of("NAME", "STATE", "VMS", "PLACES", "AGE"));
        }
        Instant now = Instant.now();
        for (LabName name : names) {
            LabStatus status = labs.status(name);
            rows.add(List.of(
                    name.text(),
                    status.word(),
                    Integer.toString(status.description().machines().size()),
                    Integer.toString(status.description().places().size()),
                    labs.since(name)
                            .map(since -> age(Duration.between(since, now)))
                            .orElse("")));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 3));
            }
            call.out().append(line.toString().stripTrailing()).append('\n');
        }
        return call.codes();
    }

    /** As kubectl shows it, by the largest unit of which there are two: 119s, 90m, 30h, 5d. */
    static String age(Duration age) {
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + "s";
        }
        if (age.toHours() < 2) {
            return age.toMinutes() + "m";
        }
        return age.toDays() < 2 ? age.toHours() + "h" : age.toDays() + "d";
    }
}
