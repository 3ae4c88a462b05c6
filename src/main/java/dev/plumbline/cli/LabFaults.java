package dev.plumbline.cli;

import dev.plumbline.lab.Labs;
import dev.plumbline.lab.faults.Catalogue;
import dev.plumbline.lab.faults.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The catalogue of faults. */
final class LabFaults implements LabVerb {

    @Override
    public String word() {
        return "faults";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal {
        List<List<String>> rows = new java.util.ArrayList<>(List.of(List.of("FAULT", "WHERE", "SHOWN BY", "WHAT")));
        for (Fault fault : Catalogue.all()) {
            rows.add(List.of(fault.name(), fault.where(), fault.shows().toString(), fault.what()));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                int at = column;
                int width = rows.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                line.append(cell).append(column == row.size() - 1 ? "" : " ".repeat(width - cell.length() + 2));
            }
            call.out().append(line.append('\n'));
        }
        return call.codes();
    }

    static Fault named(String name) throws Refusal {
        return Catalogue.named(name)
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "there is no fault '" + (name.length() > 40 ? name.substring(0, 40) + "..." : name) + "'",
                        LabBreak.names()));
    }
}
