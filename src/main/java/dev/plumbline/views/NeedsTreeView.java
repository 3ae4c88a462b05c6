package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import java.io.IOException;

/** {@code needs -o json} and {@code -o yaml}. */
public enum NeedsTreeView implements View<MapAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    NeedsTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> new AnswerJson(answer, generator).writeNeeds(answer));
    }
}
