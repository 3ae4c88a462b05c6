package dev.plumbline.views;

import dev.plumbline.answers.proofread.Remark;
import dev.plumbline.answers.proofread.Ruling.Correction;
import java.util.Comparator;
import java.util.List;

/** Puts the right names where a human wrote wrong ones. */
final class Corrections {

    private Corrections() {}

    /** The claim's line, as it should be. */
    static String claim(Remark remark) {
        return line(remark.claim().origin().text(), remark.ruling().corrections());
    }

    /** A line with its wrong names replaced, each where it stands as a word of its own. */
    static String line(String text, List<Correction> corrections) {
        String mended = text;
        for (Correction one : corrections.stream()
                .sorted(Comparator.comparingInt((Correction each) -> each.word().column())
                        .reversed())
                .toList()) {
            int at = place(mended, one);
            mended = at < 0
                    ? mended
                    : mended.substring(0, at)
                            + one.right()
                            + mended.substring(at + one.word().text().length());
        }
        return mended;
    }

    /** The occurrence nearest to where the word was read: a quotation mark or an indentation may stand before it. */
    private static int place(String text, Correction one) {
        String wrong = one.word().text();
        int best = -1;
        for (int at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + 1)) {
            boolean whole = !isPart(text, at - 1) && !isPart(text, at + wrong.length());
            boolean nearer = best < 0
                    || Math.abs(at - one.word().column())
                            < Math.abs(best - one.word().column());
            best = whole && nearer ? at : best;
        }
        return best;
    }

    private static boolean isPart(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }
}
