package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import java.io.IOException;

/** {@code map}: a row for every NIC, from the guest to the wire. */
public record TableView(TableStyle style) implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        new NicTable(style, false).draw(answer, out);
    }
}
