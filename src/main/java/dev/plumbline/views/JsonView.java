package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import java.io.IOException;

/** {@code map -o json}. */
public record JsonView() implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        Notation.JSON.write(out, generator -> new AnswerJson(answer, generator).write(answer));
    }
}
