package dev.plumbline.views;

import dev.plumbline.answers.plan.OverAnswer;
import dev.plumbline.answers.plan.OverAnswer.FieldChange;
import dev.plumbline.answers.plan.OverAnswer.MachineChange;
import dev.plumbline.answers.plan.OverAnswer.ObjectChange;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** {@code plan --over -o json} and {@code -o yaml}: plumbline.dev/v1 of kind Change. */
public enum OverTreeView implements View<OverAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    OverTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(OverAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> write(answer, generator));
    }

    private static void write(OverAnswer answer, JsonGenerator generator) {
        Fields fields = new Fields(generator);
        generator.writeStartObject();
        fields.text("apiVersion", AnswerJson.API_VERSION)
                .text("kind", "Change")
                .all("objects", answer.objects(), change -> object(change, fields))
                .number("same", OptionalInt.of(answer.same()))
                .all("machines", answer.machines(), machine -> machine(machine, fields))
                .all(
                        "nodes",
                        answer.nodes(),
                        lack -> fields.text("node", lack.node())
                                .text("device", lack.device())
                                .text("lacks", lack.lacks())
                                .text("planned", lack.planned())
                                .evidence(lack.evidence()))
                .all(
                        "guests",
                        answer.guests(),
                        note -> fields.text("role", note.role())
                                .text("says", note.says())
                                .evidence(note.evidence()))
                .all("remarks", answer.remarks(), remark -> PlanTreeView.remark(remark, fields));
        generator.writeEndObject();
    }

    private static void object(ObjectChange change, Fields fields) {
        fields.word("becomes", change.becomes())
                .text("kind", change.kind())
                .text("namespace", change.namespace())
                .text("name", change.name())
                .all("fields", change.fields(), field -> field(field, fields))
                .text("note", change.note())
                .evidence(change.evidence());
    }

    private static void field(FieldChange field, Fields fields) {
        fields.text("path", field.path())
                .text("before", field.before())
                .text("after", field.after())
                .evidence(Stream.concat(field.at().stream(), field.beforeAt().stream())
                        .toList());
    }

    private static void machine(MachineChange machine, Fields fields) {
        fields.text("namespace", machine.namespace())
                .text("name", machine.name())
                .texts("now", machine.now())
                .texts("after", machine.after())
                .texts("fresh", machine.fresh())
                .truth("restart", machine.restart())
                .truth("recreate", machine.recreate())
                .evidence(machine.evidence());
    }
}
