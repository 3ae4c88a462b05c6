package dev.plumbline.views;

import dev.plumbline.answers.plan.GuestFile;
import dev.plumbline.answers.plan.PlanAnswer;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Mark;
import java.io.IOException;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** {@code plan -o json} and {@code -o yaml}: one tree, plumbline.dev/v1 of kind Plan; its topology is that of a Map. */
public enum PlanTreeView implements View<PlanAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    PlanTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(PlanAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> write(answer, generator));
    }

    private static void write(PlanAnswer answer, JsonGenerator generator) {
        Fields fields = new Fields(generator);
        generator.writeStartObject();
        fields.text("apiVersion", AnswerJson.API_VERSION)
                .text("kind", "Plan")
                .all("objects", answer.objects(), object -> object(object, fields, generator))
                .all("files", answer.files(), file -> file(file, fields, generator))
                .all("remarks", answer.remarks(), remark -> remark(remark, fields));
        new AnswerJson(answer.map(), generator).writeTopology(answer.map());
        generator.writeEndObject();
    }

    private static void object(PlannedObject object, Fields fields, JsonGenerator generator) {
        fields.text("kind", object.kind())
                .text("namespace", object.namespace())
                .text("name", object.name())
                .truth("derived", object.derived());
        generator.writeName("object");
        TreeJson.write(object.tree(), generator);
    }

    private static void file(GuestFile file, Fields fields, JsonGenerator generator) {
        fields.text("namespace", file.namespace())
                .text("machine", file.machine())
                .text("path", file.path());
        generator.writeName("content");
        TreeJson.write(file.tree(), generator);
    }

    static void remark(Remark remark, Fields fields) {
        fields.text("rule", remark.rule())
                .word("severity", remark.severity())
                .truth("refused", remark.refused())
                .text("title", remark.title())
                .one("at", remark.at(), mark -> mark(mark, fields))
                .all("also", remark.also(), mark -> mark(mark, fields))
                .text("breaks", remark.breaks())
                .text("mend", remark.mend());
    }

    private static void mark(Mark mark, Fields fields) {
        fields.place(mark.origin())
                .number("column", OptionalInt.of(mark.column() + 1))
                .text("pointer", mark.origin().pointer())
                .text("text", mark.line());
    }
}
