package dev.plumbline.views;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.MapAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings, gravest first, each with whom it affects, what breaks, and how to mend it. */
public record FindingsView(Ink ink) implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            counts.add(Wording.count(of(answer, severity).size(), word(severity)));
        }
        out.append(String.join("  ", counts)).append('\n');
        Refs refs = new Refs(answer.sources().size() <= 1);
        for (Severity severity : Severity.values()) {
            for (Finding finding : of(answer, severity)) {
                finding(finding, refs, out);
            }
        }
    }

    private static List<Finding> of(MapAnswer answer, Severity severity) {
        return answer.findings().stream().filter(finding -> finding.severity() == severity).toList();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
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
