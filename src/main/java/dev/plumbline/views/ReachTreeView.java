package dev.plumbline.views;

import dev.plumbline.answers.reach.ReachAnswer;
import dev.plumbline.answers.reach.ReachItem;
import java.io.IOException;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** {@code reach -o json} and {@code -o yaml}: one tree, plumbline.dev/v1 of kind Reach. */
public enum ReachTreeView implements View<ReachAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    ReachTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(ReachAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> write(answer, generator));
    }

    private static void write(ReachAnswer answer, JsonGenerator generator) {
        Fields fields = new Fields(generator);
        generator.writeStartObject();
        fields.text("apiVersion", AnswerJson.API_VERSION)
                .text("kind", "Reach")
                .all(
                        "sources",
                        answer.sources(),
                        source -> fields.text("name", source.name()).text("kind", source.kind()))
                .all("items", answer.items(), item -> item(fields, item));
        generator.writeEndObject();
    }

    private static void item(Fields fields, ReachItem item) {
        fields.text("from", item.from())
                .text("to", item.to())
                .text("address", item.address())
                .number("size", OptionalInt.of(item.size()))
                .word("outcome", item.outcome())
                .word("verdict", item.verdict())
                .text("at", item.at().map(ReachView::at))
                .text("cause", item.cause())
                .text("reason", item.reason())
                .number("pathMtu", item.pathMtu())
                .texts("premises", item.premises())
                .all("needs", item.needs(), need -> AnswerJson.need(fields, need));
        HopJson.write(fields, item.hops());
    }
}
