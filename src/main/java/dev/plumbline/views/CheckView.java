package dev.plumbline.views;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.Finding;
import dev.plumbline.answers.Finding.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code check}: findings, gravest first, each with whom it affects, what breaks and how to mend it; then what passed and
 * what could not be judged, for silence is not the same as health.
 *
 * @param oneSource whether a line alone says where evidence stands
 */
public record CheckView(Ink ink, boolean oneSource) implements View<CheckAnswer> {

    @Override
    public void draw(CheckAnswer answer, Appendable out) throws IOException {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = answer.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            counts.add(Wording.count((int) count, severity.name().toLowerCase(Locale.ROOT)));
        }
        counts.add("    " + Wording.count(answer.passed().size(), "rule") + " passed, "
                + answer.open().size() + " not judged");
        out.append(String.join("  ", counts)).append('\n');
        Refs refs = new Refs(oneSource);
        for (Finding finding : answer.findings()) {
            finding(finding, refs, out);
        }
        if (!answer.passed().isEmpty()) {
            out.append('\n').append(ink.strong("PASSED")).append('\n');
            Columns columns = new Columns(2);
            answer.passed().forEach(passed -> row(columns, passed.rule(), passed.note()));
            columns.draw("  ", out);
        }
        if (!answer.open().isEmpty()) {
            out.append('\n').append(ink.strong("NOT JUDGED")).append('\n');
            Columns columns = new Columns(2);
            answer.open().forEach(open -> row(columns, open.rule(), open.why()));
            columns.draw("  ", out);
        }
    }

    private void finding(Finding finding, Refs refs, Appendable out) throws IOException {
        String severity = finding.severity().name();
        List<String> head = new ArrayList<>(List.of(finding.rule(), finding.title()));
        String places = refs.of(finding.evidence());
        if (!places.isEmpty()) {
            head.add(places);
        }
        out.append('\n').append(finding.severity() == Severity.ERROR ? ink.alarm(severity) : ink.strong(severity));
        out.append("  ").append(Clean.line(String.join("  ", head))).append('\n');
        Columns columns = new Columns(2);
        row(columns, "where", String.join(", ", finding.where()));
        row(columns, "affects", String.join(", ", finding.affects()));
        row(columns, "breaks", finding.breaks());
        row(columns, "mend", finding.mend());
        columns.draw("  ", out);
    }

    private static void row(Columns columns, String head, String text) {
        if (!text.isEmpty()) {
            columns.row(head, text);
        }
    }
}
