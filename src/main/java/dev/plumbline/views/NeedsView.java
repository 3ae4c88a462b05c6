package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import java.io.IOException;

/** {@code needs}: the open questions of a map, and what would settle each. */
public enum NeedsView implements View<MapAnswer> {
    TEXT,
    JSON,
    YAML;

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        switch (this) {
            case TEXT -> text(answer, out);
            case JSON -> Notation.JSON.write(out, generator -> new AnswerJson(answer, generator).writeNeeds(answer));
            case YAML -> Notation.YAML.write(out, generator -> new AnswerJson(answer, generator).writeNeeds(answer));
        }
    }

    private static void text(MapAnswer answer, Appendable out) throws IOException {
        if (answer.needs().isEmpty()) {
            out.append("Nothing that a read-only command would settle.\n");
            return;
        }
        Columns columns = new Columns(2);
        int number = 0;
        for (Need need : answer.needs()) {
            number++;
            columns.row(number + "", need.reach().isEmpty() ? need.command() : need.reach());
            columns.row("", "settles  " + String.join(", ", need.settles())
                    + (need.what().isEmpty() ? "" : ": " + need.what()));
            if (!need.right().isEmpty()) {
                columns.row("", "right    " + need.right());
            }
        }
        columns.draw("", out);
    }
}
