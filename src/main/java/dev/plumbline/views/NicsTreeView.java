package dev.plumbline.views;

import dev.plumbline.answers.nics.NicsAnswer;
import dev.plumbline.answers.nics.NicsAnswer.WhatIf;
import java.io.IOException;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** {@code nics -o json} and {@code -o yaml}: one tree, plumbline.dev/v1 of kind NicMapping. */
public enum NicsTreeView implements View<NicsAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    NicsTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(NicsAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> write(answer, generator));
    }

    private static void write(NicsAnswer answer, JsonGenerator generator) {
        Fields fields = new Fields(generator);
        generator.writeStartObject();
        fields.text("apiVersion", AnswerJson.API_VERSION)
                .text("kind", "NicMapping")
                .text("release", answer.release())
                .one("nics", answer.numbered(), rows -> rows.forEach(row -> fields.text(row.alias(), row.device())))
                .all(
                        "messages",
                        answer.messages(),
                        message -> fields.text("level", message.level()).text("text", message.text()))
                .number("exit", OptionalInt.of(answer.exit()))
                .all(
                        "numbered",
                        answer.numbered(),
                        row -> fields.text("alias", row.alias())
                                .text("device", row.device())
                                .text("why", row.why())
                                .texts("usedBy", row.usedBy()))
                .all(
                        "unnumbered",
                        answer.unnumbered(),
                        device -> fields.text("device", device.device()).text("why", device.why()))
                .all(
                        "strays",
                        answer.strays(),
                        stray -> fields.text("name", stray.name())
                                .text("device", stray.device())
                                .texts("usedBy", stray.usedBy()))
                .all("whatIf", answer.whatIf(), change -> whatIf(fields, change))
                .texts("premises", answer.premises());
        generator.writeEndObject();
    }

    private static void whatIf(Fields fields, WhatIf change) {
        fields.text("device", change.device())
                .texts("changes", change.changes())
                .one("nics", change.aliases(), aliases -> aliases.forEach(fields::text))
                .number("exit", OptionalInt.of(change.exit()))
                .text("failure", change.failure());
    }
}
