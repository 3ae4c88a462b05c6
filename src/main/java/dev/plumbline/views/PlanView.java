package dev.plumbline.views;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.plan.PlanAnswer;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.evidence.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code plan}: the objects that operators will make, by kind; the line of every NIC; what is wrong with the manifests.
 *
 * @param wide whether the table of NICs is the wide one
 */
public record PlanView(TableStyle style, boolean wide) implements View<PlanAnswer> {

    /** The most names in one row; the rest is counted. */
    private static final int NAMES = 12;

    @Override
    public void draw(PlanAnswer answer, Appendable out) throws IOException {
        if (style.headers()) {
            objects(answer, out);
        }
        new NicTable(style, wide).draw(lines(answer.map()), out);
        if (style.headers()) {
            new RemarkText(style.ink()).draw(answer.remarks(), out);
            out.append(answer.remarks().isEmpty() ? "" : "\n");
            passedOver(answer.map().skipped(), out);
            out.append(summary(answer)).append('\n');
        }
    }

    /** Findings stand beneath, each with its line. */
    private static MapAnswer lines(MapAnswer map) {
        return new MapAnswer(map.sources(), map.topology(), map.needs(), List.of(), map.skipped(), map.unread());
    }

    private void objects(PlanAnswer answer, Appendable out) throws IOException {
        Map<String, List<String>> byKind = new TreeMap<>();
        for (PlannedObject object : answer.objects()) {
            if (object.derived()) {
                byKind.computeIfAbsent(object.kind(), _ -> new ArrayList<>()).add(object.name());
            }
        }
        if (byKind.isEmpty()) {
            return;
        }
        Columns columns = new Columns(2);
        columns.row(List.of(head("WILL BE MADE"), head("COUNT"), head("NAMES")));
        byKind.forEach((kind, names) -> columns.row(kind, Integer.toString(names.size()), few(names)));
        columns.draw("", out);
        out.append('\n');
    }

    private Columns.Cell head(String text) {
        return new Columns.Cell(text, style.ink()::faint);
    }

    private static String few(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() > NAMES ? shown + ", +" + (names.size() - NAMES) : shown;
    }

    private static void passedOver(List<Skipped> skipped, Appendable out) throws IOException {
        if (skipped.isEmpty()) {
            return;
        }
        Columns columns = new Columns(2);
        for (Skipped each : skipped.subList(0, Math.min(NAMES, skipped.size()))) {
            columns.row(each.origin().brief(), each.command(), each.why());
        }
        out.append("PASSED OVER\n");
        columns.draw("  ", out);
        if (skipped.size() > NAMES) {
            out.append("  and " + (skipped.size() - NAMES) + " more\n");
        }
        out.append('\n');
    }

    private static String summary(PlanAnswer answer) {
        List<String> words = new ArrayList<>();
        words.add(Wording.count(
                        (int) answer.objects().stream()
                                .filter(object -> !object.derived())
                                .count(),
                        "object") + " given");
        words.add((int) answer.objects().stream().filter(PlannedObject::derived).count() + " derived");
        for (Severity severity : Severity.values()) {
            int count = (int) answer.remarks().stream()
                    .filter(remark -> remark.severity() == severity)
                    .count();
            words.add(Wording.count(count, severity.name().toLowerCase(Locale.ROOT)));
        }
        if (!answer.map().skipped().isEmpty()) {
            words.add(answer.map().skipped().size() + " passed over");
        }
        return String.join(", ", words);
    }
}
