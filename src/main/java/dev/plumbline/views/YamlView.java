package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import java.io.IOException;

/** {@code map -o yaml}. */
public record YamlView() implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        Notation.YAML.write(out, generator -> new AnswerJson(answer, generator).write(answer));
    }
}
