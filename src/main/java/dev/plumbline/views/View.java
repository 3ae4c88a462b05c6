package dev.plumbline.views;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Draws an answer as text. The same answer gives the same characters. */
public interface View<A> {

    /** Writes line by line, so that a large answer need not stand in memory as one string. */
    void draw(A answer, Appendable out) throws IOException;

    default String text(A answer) {
        StringBuilder text = new StringBuilder();
        try {
            draw(answer, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
