package dev.plumbline.views;

import dev.plumbline.answers.proofread.ProofreadAnswer;
import dev.plumbline.answers.proofread.Remark;
import dev.plumbline.answers.proofread.Ruling;
import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.evidence.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code proofread}: a line a claim, and the wrong lines as they should be. */
public record ProofreadView(Ink ink, boolean headers) implements View<ProofreadAnswer> {

    /** The longest claim that is shown whole, in characters. */
    private static final int SHOWN = 60;

    @Override
    public void draw(ProofreadAnswer answer, Appendable out) throws IOException {
        if (headers) {
            out.append(Wording.count(answer.remarks().size(), "claim")).append(": ");
            out.append(answer.count(Truth.TRUE) + " true, " + answer.count(Truth.WRONG) + " wrong, "
                    + answer.count(Truth.UNPROVEN) + " unproven\n");
        }
        Refs refs = new Refs(answer.sources().size() <= 1);
        Refs lines = new Refs(answer.remarks().stream()
                        .map(remark -> remark.claim().origin().source()
                                + '\n'
                                + remark.claim().origin().file())
                        .distinct()
                        .count()
                <= 1);
        Columns columns = new Columns(2);
        for (Remark remark : answer.remarks()) {
            Ruling ruling = remark.ruling();
            String evidence = refs.of(ruling.evidence());
            String says = ruling.says().isEmpty() || evidence.isEmpty()
                    ? ruling.says() + evidence
                    : ruling.says() + "  " + evidence;
            columns.row(List.of(
                    Columns.Cell.of(lines.of(remark.claim().origin())),
                    Columns.Cell.of(shown(remark.claim().text())),
                    new Columns.Cell(word(ruling.truth()), paint(ruling.truth())),
                    Columns.Cell.of(says)));
        }
        columns.draw("", out);
        corrected(answer, lines, out);
    }

    private void corrected(ProofreadAnswer answer, Refs lines, Appendable out) throws IOException {
        List<Remark> mended = answer.remarks().stream()
                .filter(remark -> !remark.ruling().corrections().isEmpty())
                .toList();
        if (headers && !mended.isEmpty()) {
            out.append("corrected lines:\n");
            Columns columns = new Columns(2);
            mended.forEach(remark -> columns.row(lines.of(remark.claim().origin()), shown(Corrections.claim(remark))));
            columns.draw("  ", out);
        }
    }

    private static String word(Truth truth) {
        return truth == Truth.WRONG ? "WRONG" : truth.word();
    }

    private UnaryOperator<String> paint(Truth truth) {
        return switch (truth) {
            case TRUE -> text -> ink.verdict(Verdict.PROVEN, text);
            case WRONG -> ink::alarm;
            case UNPROVEN -> text -> ink.verdict(Verdict.UNKNOWN, text);
        };
    }

    private static String shown(String text) {
        String one = text.strip().replaceAll("\\s{1,200}", " ");
        return one.codePointCount(0, one.length()) <= SHOWN
                ? one
                : one.substring(0, one.offsetByCodePoints(0, SHOWN)).strip() + " ...";
    }
}
