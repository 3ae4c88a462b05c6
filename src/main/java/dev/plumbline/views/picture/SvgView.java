package dev.plumbline.views.picture;

import dev.plumbline.answers.MapAnswer;

/** {@code -o svg}: the picture as one SVG file that needs nothing else. */
public final class SvgView {

    private SvgView() {}

    /** Light, and dark in a browser that prefers it. */
    public static String draw(MapAnswer answer) {
        return draw(answer, Theme.AUTO);
    }

    /** The same answer gives the same bytes. */
    public static String draw(MapAnswer answer, Theme theme) {
        return SvgWriter.file(Layout.folded(answer), theme);
    }
}
