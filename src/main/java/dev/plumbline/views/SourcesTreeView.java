package dev.plumbline.views;

import dev.plumbline.answers.SourcesAnswer;
import dev.plumbline.sources.Gathered.Stretch;
import java.io.IOException;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** {@code sources -o json} and {@code -o yaml}: one tree, plumbline.dev/v1 of kind Sources. */
public enum SourcesTreeView implements View<SourcesAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    SourcesTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(SourcesAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> write(answer, generator));
    }

    private static void write(SourcesAnswer answer, JsonGenerator generator) {
        FactCount count = new FactCount(answer);
        Fields fields = new Fields(generator);
        generator.writeStartObject();
        fields.text("apiVersion", AnswerJson.API_VERSION)
                .text("kind", "Sources")
                .all(
                        "sources",
                        answer.gathered().sources(),
                        source -> fields.text("name", source.name()).text("kind", source.kind()))
                .all("outputs", answer.gathered().stretches(), stretch -> stretch(fields, stretch, count))
                .all("skipped", answer.skipped(), skipped -> AnswerJson.skipped(fields, skipped))
                .all("unread", answer.problems(), problem -> AnswerJson.problem(fields, problem));
        generator.writeEndObject();
    }

    private static void stretch(Fields fields, Stretch stretch, FactCount count) {
        fields.text("source", stretch.source())
                .text("file", stretch.file())
                .number("from", AnswerJson.line(stretch.from()))
                .number("to", AnswerJson.line(stretch.to()))
                .text("scope", stretch.scope().path())
                .word("standing", stretch.standing())
                .text("how", stretch.how())
                .text("command", stretch.command())
                .number("lines", OptionalInt.of(count.lines(stretch)))
                .one(
                        "facts",
                        count.facts(stretch),
                        facts -> facts.forEach((word, number) -> fields.number(word, OptionalInt.of(number))));
    }
}
