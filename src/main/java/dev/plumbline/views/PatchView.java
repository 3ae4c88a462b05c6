package dev.plumbline.views;

import dev.plumbline.answers.proofread.ProofreadAnswer;
import dev.plumbline.answers.proofread.Remark;
import dev.plumbline.answers.proofread.Ruling.Correction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code proofread -o diff}: a unified diff that {@code patch} takes, with the wrong names replaced.
 *
 * @param file the file's name as given
 * @param lines the file's own lines without their line feeds; a carriage return stays
 * @param ended whether the last line has a line feed
 */
public record PatchView(String file, List<String> lines, boolean ended) implements View<ProofreadAnswer> {

    /** Unchanged lines around a change, as diff shows them. */
    private static final int CONTEXT = 3;

    /** Takes a file's text apart. */
    public static PatchView of(String file, String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        boolean ended = lines.getLast().isEmpty();
        if (ended) {
            lines.removeLast();
        }
        return new PatchView(file, List.copyOf(lines), ended);
    }

    @Override
    public void draw(ProofreadAnswer answer, Appendable out) throws IOException {
        SortedMap<Integer, List<Correction>> byLine = new TreeMap<>();
        for (Remark remark : answer.remarks()) {
            int line = remark.claim().origin().line();
            if (!remark.ruling().corrections().isEmpty() && line > 0 && line <= lines.size()) {
                byLine.computeIfAbsent(line, _ -> new ArrayList<>())
                        .addAll(remark.ruling().corrections());
            }
        }
        SortedMap<Integer, String> changed = new TreeMap<>();
        byLine.forEach((line, corrections) -> {
            String mended = Corrections.line(lines.get(line - 1), corrections);
            if (!mended.equals(lines.get(line - 1))) {
                changed.put(line, mended);
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        out.append("--- ")
                .append(Clean.line(file))
                .append('\n')
                .append("+++ ")
                .append(Clean.line(file))
                .append('\n');
        List<Integer> all = List.copyOf(changed.keySet());
        int from = 0;
        for (int i = 1; i <= all.size(); i++) {
            if (i == all.size() || all.get(i) - all.get(i - 1) > 2 * CONTEXT) {
                hunk(all.get(from), all.get(i - 1), changed, out);
                from = i;
            }
        }
    }

    private void hunk(int first, int last, SortedMap<Integer, String> changed, Appendable out) throws IOException {
        int from = Math.max(1, first - CONTEXT);
        int to = Math.min(lines.size(), last + CONTEXT);
        String range = from + "," + (to - from + 1);
        out.append("@@ -" + range + " +" + range + " @@\n");
        for (int line = from; line <= to; line++) {
            if (changed.containsKey(line)) {
                row('-', line, lines.get(line - 1), out);
                row('+', line, String.valueOf(changed.get(line)), out);
            } else {
                row(' ', line, lines.get(line - 1), out);
            }
        }
    }

    private void row(char mark, int line, String text, Appendable out) throws IOException {
        out.append(mark).append(text).append('\n');
        if (line == lines.size() && !ended) {
            out.append("\\ No newline at end of file\n");
        }
    }
}
