package dev.plumbline.views;

import dev.plumbline.answers.CheckAnswer;
import java.io.IOException;

/** {@code check -o json} and {@code -o yaml}. */
public enum CheckTreeView implements View<CheckAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    CheckTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(CheckAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> {
            Fields fields = new Fields(generator);
            generator.writeStartObject();
            fields.text("apiVersion", AnswerJson.API_VERSION)
                    .text("kind", "Check")
                    .all("findings", answer.findings(), finding -> AnswerJson.finding(fields, finding))
                    .all(
                            "passed",
                            answer.passed(),
                            passed -> fields.text("rule", passed.rule()).text("note", passed.note()))
                    .all(
                            "notJudged",
                            answer.open(),
                            open -> fields.text("rule", open.rule())
                                    .text("why", open.why())
                                    .all(
                                            "wants",
                                            open.wanted(),
                                            wanted -> fields.text(
                                                            "scope",
                                                            wanted.scope().path())
                                                    .text("command", wanted.command())));
            generator.writeEndObject();
        });
    }
}
