package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import java.io.IOException;

/** {@code map -o wide}: the table with MACs, ifindexes, the pod's own bridges and where each path ends. */
public record WideView(TableStyle style) implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        new NicTable(style, true).draw(answer, out);
    }
}
