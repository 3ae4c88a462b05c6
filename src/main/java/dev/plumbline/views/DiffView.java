package dev.plumbline.views;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.diff.DiffAnswer;
import dev.plumbline.answers.diff.Difference;
import dev.plumbline.answers.diff.Unseen;
import dev.plumbline.views.Columns.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code diff}: a line a difference, with both values and where each stands; under it whom it affects and what follows from
 * it; then how much could not be compared, for silence is not the same as equality.
 *
 * @param headers whether to print more than the differences' own lines
 * @param unseen whether to list what only one side shows
 */
public record DiffView(Ink ink, boolean headers, boolean unseen) implements View<DiffAnswer> {

    /** The most NICs, and the most consequences, that are named under a difference. */
    private static final int LIMIT = 4;

    @Override
    public void draw(DiffAnswer answer, Appendable out) throws IOException {
        if (headers) {
            out.append(ink.strong("A  " + Clean.line(answer.a()))).append('\n');
            out.append(ink.strong("B  " + Clean.line(answer.b()))).append("\n\n");
        }
        if (!answer.items().isEmpty()) {
            table(answer, out);
        }
        if (unseen && !answer.unseen().isEmpty()) {
            unseen(answer, out);
        }
        if (headers) {
            out.append(summary(answer)).append('\n');
        }
    }

    private void table(DiffAnswer answer, Appendable out) throws IOException {
        Columns table = new Columns(3);
        if (headers) {
            table.row("OBJECT", "A", "B", "WHERE");
        }
        List<String> lines = new ArrayList<>();
        Refs refs = new Refs(true);
        for (Difference item : answer.items()) {
            boolean error = item.severity() == Severity.ERROR;
            String places = item.places().isEmpty() ? "" : " (" + String.join(", ", item.places()) + ")";
            table.row(List.of(
                    Cell.of(item.object() + " " + item.what() + places),
                    Cell.of(value(item.a())),
                    new Cell(value(item.b()), text -> error ? ink.alarm(text) : text),
                    Cell.of(where("A ", refs.of(item.evidenceA())) + where(" B ", refs.of(item.evidenceB())))));
        }
        StringBuilder drawn = new StringBuilder();
        table.draw("", drawn);
        drawn.toString().lines().forEach(lines::add);
        int first = headers ? 1 : 0;
        for (int i = 0; i < lines.size(); i++) {
            out.append(lines.get(i)).append('\n');
            if (headers && i >= first) {
                under(answer.items().get(i - first), out);
            }
        }
        if (headers) {
            out.append('\n');
        }
    }

    private static String value(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static String where(String side, String refs) {
        return refs.isEmpty() ? "" : side + refs;
    }

    /** A machine's own difference affects what it names. */
    private static void under(Difference item, Appendable out) throws IOException {
        boolean own = item.object().startsWith("vm/") || item.object().startsWith("pod/");
        if (!own && !item.affects().isEmpty()) {
            out.append("  affects ").append(Clean.line(some(item.affects()))).append('\n');
        }
        for (String follows : item.also().stream().limit(LIMIT).toList()) {
            out.append("  hence ").append(Clean.line(follows)).append('\n');
        }
        if (item.also().size() > LIMIT) {
            out.append("  and ")
                    .append(String.valueOf(item.also().size() - LIMIT))
                    .append(" more\n");
        }
    }

    private static String some(List<String> all) {
        String shown = String.join(", ", all.stream().limit(LIMIT).toList());
        return all.size() > LIMIT ? shown + ", +" + (all.size() - LIMIT) : shown;
    }

    private void unseen(DiffAnswer answer, Appendable out) throws IOException {
        if (headers) {
            out.append(ink.strong("UNSEEN")).append('\n');
        }
        Columns table = new Columns(2);
        for (Unseen one : answer.unseen()) {
            table.row(
                    one.object() + " " + one.what(),
                    one.known(),
                    "not in " + (one.side().equals(answer.a()) ? "A" : "B") + ": " + one.why(),
                    one.command());
        }
        table.draw("  ", out);
        out.append('\n');
    }

    private String summary(DiffAnswer answer) {
        return ink.strong(Wording.count(answer.items().size(), "difference")) + ", "
                + answer.unseen().size() + " unseen, " + answer.equal() + " equal"
                + (answer.builtInstead().isEmpty()
                        ? ""
                        : ", " + answer.builtInstead().size() + " built instead (see plumbline lab status)");
    }
}
