package dev.plumbline.views;

import dev.plumbline.answers.diff.DiffAnswer;
import dev.plumbline.answers.diff.Difference;
import dev.plumbline.answers.diff.Unseen;
import dev.plumbline.evidence.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code diff -o junit}: a test case for each object, with a failure for each difference; skipped where nothing of it could be
 * compared. The form is the one that Ant's task began and CI servers read.
 */
public record DiffJUnit() implements View<DiffAnswer> {

    @Override
    public void draw(DiffAnswer answer, Appendable out) throws IOException {
        TreeMap<String, List<Difference>> failures = new TreeMap<>();
        answer.items()
                .forEach(item -> failures.computeIfAbsent(item.object(), _ -> new ArrayList<>())
                        .add(item));
        TreeMap<String, List<Unseen>> open = new TreeMap<>();
        answer.unseen()
                .forEach(one -> open.computeIfAbsent(one.object(), _ -> new ArrayList<>())
                        .add(one));
        SortedSet<String> objects = new TreeSet<>(answer.agreed().keySet());
        objects.addAll(failures.keySet());
        objects.addAll(open.keySet());
        long skipped = objects.stream()
                .filter(object ->
                        !failures.containsKey(object) && !answer.agreed().containsKey(object))
                .count();
        String counts = " tests=\"" + objects.size() + "\" failures=\"" + failures.size() + "\" errors=\"0\" skipped=\""
                + skipped + "\"";
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites name=\"plumbline diff\"").append(counts).append(">\n");
        out.append("  <testsuite name=").append(quoted(answer.a() + " against " + answer.b()));
        out.append(counts).append(">\n");
        for (String object : objects) {
            List<Difference> failed = failures.getOrDefault(object, List.of());
            boolean compared = !failed.isEmpty() || answer.agreed().containsKey(object);
            one(object, failed, compared ? List.of() : open.getOrDefault(object, List.of()), out);
        }
        out.append("  </testsuite>\n</testsuites>\n");
    }

    private static void one(String object, List<Difference> failed, List<Unseen> unseen, Appendable out)
            throws IOException {
        int space = object.indexOf(' ');
        String owner = space < 0 ? object : object.substring(0, space);
        out.append("    <testcase classname=").append(quoted(owner)).append(" name=");
        out.append(quoted(space < 0 ? object : object.substring(space + 1)));
        if (failed.isEmpty() && unseen.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        if (!failed.isEmpty()) {
            out.append("      <failure message=").append(quoted(message(failed)));
            out.append(" type=").append(quoted(failed.getFirst().what())).append(">");
            for (Difference item : failed) {
                out.append(escaped(message(List.of(item)))).append('\n');
                evidence("A", item.evidenceA(), out);
                evidence("B", item.evidenceB(), out);
            }
            out.append("</failure>\n");
        } else {
            Unseen first = unseen.getFirst();
            String what = first.what() + ": " + first.why() + (first.command().isEmpty() ? "" : "; " + first.command());
            out.append("      <skipped message=").append(quoted(what)).append("/>\n");
        }
        out.append("    </testcase>\n");
    }

    private static String message(List<Difference> items) {
        return String.join(
                "; ",
                items.stream()
                        .map(item -> item.what() + ": expected " + value(item.a()) + ", found " + value(item.b()))
                        .toList());
    }

    private static String value(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static void evidence(String side, List<Origin> origins, Appendable out) throws IOException {
        for (Origin origin : origins) {
            out.append("  ").append(side).append(' ');
            out.append(escaped(new Refs(false).of(origin) + "  " + origin.text().strip()))
                    .append('\n');
        }
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    /** What XML cannot hold at all is made harmless first. */
    private static String escaped(String text) {
        return Clean.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
