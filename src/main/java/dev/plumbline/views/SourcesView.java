package dev.plumbline.views;

import dev.plumbline.answers.SourcesAnswer;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered.Named;
import dev.plumbline.sources.Gathered.Stretch;
import dev.plumbline.views.Columns.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code sources}: what was recognised and as what place's, what was passed over and why, what could not be read.
 *
 * @param wide whether it also tells how each place is known
 */
public record SourcesView(TableStyle style, boolean wide) implements View<SourcesAnswer> {

    @Override
    public void draw(SourcesAnswer answer, Appendable out) throws IOException {
        FactCount count = new FactCount(answer);
        Map<String, List<Stretch>> stretches =
                answer.gathered().stretches().stream().collect(Collectors.groupingBy(Stretch::source));
        Map<String, List<Skipped>> skipped = answer.skipped().stream()
                .collect(Collectors.groupingBy(each -> each.origin().source()));
        Map<String, List<Problem>> problems = new LinkedHashMap<>();
        answer.problems()
                .forEach(each -> problems.computeIfAbsent(each.origin().source(), _ -> new ArrayList<>())
                        .add(each));
        boolean first = true;
        for (Named source : answer.gathered().sources()) {
            if (!first && style.headers()) {
                out.append('\n');
            }
            first = false;
            String name = source.name();
            List<Problem> own = Optional.ofNullable(problems.remove(name)).orElse(List.of());
            List<Stretch> read = stretches.getOrDefault(name, List.of());
            source(source, read, skipped.getOrDefault(name, List.of()), own, count, out);
        }
        // A source that could not be opened at all is in no list of sources.
        problems(problems.values().stream().flatMap(List::stream).toList(), out);
    }

    private void source(
            Named source,
            List<Stretch> stretches,
            List<Skipped> skipped,
            List<Problem> problems,
            FactCount count,
            Appendable out)
            throws IOException {
        if (style.headers()) {
            long places = stretches.stream().map(Stretch::scope).distinct().count();
            out.append(style.ink().strong(Clean.line(source.name())))
                    .append("   " + Clean.line(source.kind()) + "   ")
                    .append(Wording.count(stretches.size(), "output") + " in ")
                    .append(Wording.count((int) places, "place"))
                    .append(skipped.isEmpty() ? "" : ", " + skipped.size() + " passed over")
                    .append(problems.isEmpty() ? "" : ", " + Wording.count(problems.size(), "problem"))
                    .append('\n');
        }
        stretches(stretches, count, out);
        passedOver(skipped, out);
        problems(problems, out);
    }

    private void stretches(List<Stretch> stretches, FactCount count, Appendable out) throws IOException {
        if (stretches.isEmpty()) {
            return;
        }
        Columns columns = new Columns(2);
        if (style.headers()) {
            heads(
                    columns,
                    wide
                            ? List.of("LINES", "PLACE", "PLACE IS", "HOW", "COMMAND", "SIZE", "GAVE")
                            : List.of("LINES", "PLACE", "PLACE IS", "COMMAND", "SIZE", "GAVE"));
        }
        for (Stretch stretch : stretches) {
            List<String> cells = new ArrayList<>(List.of(
                    lines(stretch),
                    stretch.scope().path(),
                    stretch.standing().name().toLowerCase(Locale.ROOT)));
            if (wide) {
                cells.add(stretch.how());
            }
            cells.add(stretch.command());
            cells.add(Wording.count(count.lines(stretch), "line"));
            cells.add(count.text(stretch));
            columns.row(cells.toArray(String[]::new));
        }
        columns.draw("", out);
    }

    private static String lines(Stretch stretch) {
        String range = stretch.from() == stretch.to() ? "" + stretch.from() : stretch.from() + "-" + stretch.to();
        return stretch.file().isEmpty() ? "L" + range : stretch.file() + ":" + range;
    }

    private void passedOver(List<Skipped> skipped, Appendable out) throws IOException {
        if (skipped.isEmpty()) {
            return;
        }
        Columns columns = new Columns(2);
        if (style.headers()) {
            heads(columns, List.of("PASSED OVER", "COMMAND", "WHY"));
        }
        skipped.forEach(each -> columns.row(each.origin().brief(), each.command(), each.why()));
        columns.draw("", out);
    }

    private void problems(List<Problem> problems, Appendable out) throws IOException {
        if (problems.isEmpty()) {
            return;
        }
        Columns columns = new Columns(2);
        if (style.headers()) {
            heads(columns, List.of("PROBLEM", "FOUND", "EXPECTED"));
        }
        problems.forEach(each -> columns.row(each.origin().brief(), each.found(), each.expected()));
        columns.draw("", out);
    }

    private void heads(Columns columns, List<String> heads) {
        columns.row(
                heads.stream().map(head -> new Cell(head, style.ink()::faint)).toList());
    }
}
