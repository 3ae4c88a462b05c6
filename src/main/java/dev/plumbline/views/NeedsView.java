package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code needs}: the read-only commands that would settle what is open, those that settle most first.
 *
 * @param explain whether to say which questions each answers
 */
public record NeedsView(boolean explain) implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        if (answer.needs().isEmpty()) {
            out.append("Nothing that a read-only command would settle.\n");
            return;
        }
        out.append(Wording.count(answer.needs().size(), "read-only command")).append(" would settle what is open");
        out.append(explain ? "\n" : "    (--explain: why each; --script: all in one file)\n");
        int number = 0;
        for (Need need : answer.needs()) {
            number++;
            out.append('\n')
                    .append(Integer.toString(number))
                    .append("  ")
                    .append(Clean.line(need.reach()))
                    .append('\n');
            Columns columns = new Columns(2);
            columns.row("settles", settles(need.settles()));
            if (explain) {
                columns.row("answers", need.what());
            }
            columns.row("right", need.right());
            columns.draw("   ", out);
        }
    }

    /** {@code nic2-nic7 of controller-0}: the NICs of a machine together; rules by their ids. */
    private static String settles(List<String> settled) {
        Map<String, List<String>> byMachine = new TreeMap<>();
        List<String> words = new ArrayList<>();
        for (String one : settled) {
            int slash = one.indexOf('/');
            if (slash > 0 && one.indexOf(':') < 0) {
                byMachine
                        .computeIfAbsent(one.substring(0, slash), _ -> new ArrayList<>())
                        .add(one.substring(slash + 1));
            }
        }
        byMachine.forEach((machine, nics) -> words.add(ranges(nics) + " of " + machine));
        settled.stream()
                .filter(one -> one.indexOf('/') < 0 || one.indexOf(':') >= 0)
                .forEach(words::add);
        return String.join(", ", words);
    }

    private static String ranges(List<String> nics) {
        boolean numbered = nics.size() > 2 && nics.stream().allMatch(nic -> nic.matches("nic\\d{1,4}"));
        if (!numbered) {
            return String.join(", ", nics);
        }
        List<Integer> numbers = nics.stream()
                .map(nic -> Integer.parseInt(nic.substring(3)))
                .sorted()
                .toList();
        boolean row = numbers.getLast() - numbers.getFirst() == numbers.size() - 1;
        return row
                ? "nic" + numbers.getFirst() + "-nic" + numbers.getLast()
                : numbers.stream().map(number -> "nic" + number).collect(Collectors.joining(", "));
    }
}
