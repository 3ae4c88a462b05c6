package dev.plumbline.views.picture;

/**
 * Widths of text without measuring a font: monospaced text by its cells, other text by rough classes of letters, on the
 * wide side (DejaVu Sans Bold is the widest face that a reader is likely to have).
 */
final class Type {

    /** Width of one character of a device's name: 12.5 px monospaced, in px. */
    static final double NAME = 7.53;
    /** Width of one character of the line beneath: 10.5 px monospaced, in px. */
    static final double DETAIL = 6.33;

    private Type() {}

    static double name(String text) {
        return cells(text) * NAME;
    }

    static double detail(String text) {
        return cells(text) * DETAIL;
    }

    /** Width of proportional bold text of this size, in px. */
    static double sans(String text, double size) {
        return text.codePoints().mapToDouble(Type::share).sum() * size;
    }

    /** Monospaced cells; East Asian letters and emoji take two. */
    static int cells(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int c) {
        return (c >= 0x1100 && c < 0x1160) || c >= 0x2E80;
    }

    /** The text, cut in its middle to at most so many cells, for ends of names tell more than middles. */
    static String fit(String text, int cells) {
        if (cells(text) <= cells) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int head = 0;
        int used = 1;
        int tail = points.length;
        while (true) {
            boolean front = head <= points.length - tail;
            int point = front ? points[head] : points[tail - 1];
            used += wide(point) ? 2 : 1;
            if (used > cells) {
                return new String(points, 0, head) + "…" + new String(points, tail, points.length - tail);
            }
            if (front) {
                head++;
            } else {
                tail--;
            }
        }
    }

    /** The text, cut at its end to at most this width of proportional bold text. */
    static String fitSans(String text, double size, double width) {
        if (sans(text, size) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        double used = share('…') * size;
        for (int point : text.codePoints().toArray()) {
            used += share(point) * size;
            if (used > width) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut + "…";
    }

    private static double share(int c) {
        if (wide(c)) {
            return 1.1;
        }
        if ("ijl|.,:;'! ".indexOf(c) >= 0) {
            return 0.38;
        }
        if ("ftr()[]-/".indexOf(c) >= 0) {
            return 0.48;
        }
        if ("mwMW@—…".indexOf(c) >= 0) {
            return 1.08;
        }
        return Character.isUpperCase(c) ? 0.78 : 0.7;
    }
}
