package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file's bytes as lines. */
final class MemberText {

    private MemberText() {}

    /** Whether the bytes are no text: text has no NUL. */
    static boolean isBinary(byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Nothing but white space. */
    static boolean isBlank(byte[] content) {
        for (byte b : content) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The lines as UTF-8, without their ends; bytes that are no UTF-8 become U+FFFD. */
    static List<Line> lines(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        List<Line> lines = new ArrayList<>();
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int stop = end < 0 ? text.length() : end;
            // A terminal between the command and the file (oc exec -t) ends lines with CR LF.
            int to = stop > from && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            lines.add(new Line(lines.size() + 1, text.substring(from, to)));
            from = stop + 1;
        }
        return lines;
    }
}
