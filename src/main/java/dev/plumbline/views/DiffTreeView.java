package dev.plumbline.views;

import dev.plumbline.answers.diff.DiffAnswer;
import dev.plumbline.answers.diff.Difference;
import dev.plumbline.evidence.Origin;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** {@code diff -o json} and {@code -o yaml}: one tree, plumbline.dev/v1 of kind Diff. */
public enum DiffTreeView implements View<DiffAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    DiffTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(DiffAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> write(answer, generator));
    }

    private static void write(DiffAnswer answer, JsonGenerator generator) {
        Fields fields = new Fields(generator);
        generator.writeStartObject();
        fields.text("apiVersion", AnswerJson.API_VERSION)
                .text("kind", "Diff")
                .one("a", answer, one -> side(fields, one.a(), one.plannedA()))
                .one("b", answer, one -> side(fields, one.b(), one.plannedB()))
                .all("items", answer.items(), item -> item(fields, item))
                .all(
                        "unseen",
                        answer.unseen(),
                        one -> fields.text("object", one.object())
                                .text("what", one.what())
                                .text("known", one.known())
                                .text("side", one.side())
                                .text("why", one.why())
                                .text("command", one.command()))
                .all(
                        "builtInstead",
                        answer.builtInstead(),
                        one -> fields.text("object", one.object())
                                .text("what", one.what())
                                .text("a", one.a())
                                .text("b", one.b())
                                .text("why", one.why()))
                .number("equal", OptionalInt.of(answer.equal()));
        generator.writeEndObject();
    }

    private static void side(Fields fields, String name, boolean planned) {
        fields.text("name", name).truth("planned", planned);
    }

    private static void item(Fields fields, Difference item) {
        fields.text("object", item.object())
                .text("what", item.what())
                .text("a", item.a())
                .text("b", item.b())
                .word("severity", item.severity())
                .texts("places", item.places())
                .texts("affects", item.affects())
                .texts("also", item.also());
        evidence(fields, "evidenceA", item.evidenceA());
        evidence(fields, "evidenceB", item.evidenceB());
    }

    private static void evidence(Fields fields, String name, List<Origin> origins) {
        fields.all(name, origins, fields::origin);
    }
}
