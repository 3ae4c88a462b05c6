package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as cleaned lines.
 *
 * @param lines every line, numbered from 1
 * @param whole whether the last line has its end
 * @param text false where the bytes are no text at all
 */
record Decoded(List<Line> lines, boolean whole, boolean text) {

    private static final int PROBE = 65536;

    static Decoded of(byte[] bytes) {
        if (bytes.length > 1
                && ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe
                        || (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff)) {
            // PowerShell redirects into UTF-16 with a byte order mark
            return of(new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8));
        }
        if (!isText(bytes)) {
            return new Decoded(List.of(), true, false);
        }
        List<Line> lines = new ArrayList<>();
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        Charset utf8 = StandardCharsets.UTF_8;
        int columns = 0;
        int from = marked ? 3 : 0;
        for (int i = from; i <= bytes.length; i++) {
            if (i == bytes.length ? i > from : bytes[i] == '\n') {
                String raw = new String(bytes, from, i - from, utf8);
                columns = columns > 0 ? columns : TerminalText.columns(raw);
                lines.add(new Line(lines.size() + 1, TerminalText.clean(raw, columns)));
                from = i + 1;
            }
        }
        return new Decoded(lines, bytes.length == 0 || bytes[bytes.length - 1] == '\n', true);
    }

    /** Text has next to no NULs and few control characters; a terminal's log has escapes, returns and bells. */
    private static boolean isText(byte[] bytes) {
        int probe = Math.min(bytes.length, PROBE);
        int nulls = 0;
        int controls = 0;
        for (int i = 0; i < probe; i++) {
            int b = bytes[i] & 0xff;
            if (b == 0) {
                nulls++;
            } else if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 0x1b && b != 0x08 && b != 0x07
                    && b != 0x0c) {
                controls++;
            }
        }
        return nulls * 200L <= probe && controls * 20L <= probe;
    }
}
