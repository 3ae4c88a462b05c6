package dev.plumbline.views;

import dev.plumbline.answers.proofread.ProofreadAnswer;
import dev.plumbline.answers.proofread.Remark;
import dev.plumbline.answers.proofread.Ruling.Truth;
import java.io.IOException;
import java.util.OptionalInt;

/** {@code proofread -o json}. */
public record ProofreadJson() implements View<ProofreadAnswer> {

    @Override
    public void draw(ProofreadAnswer answer, Appendable out) throws IOException {
        Notation.JSON.write(out, generator -> {
            Fields fields = new Fields(generator);
            generator.writeStartObject();
            fields.text("apiVersion", "plumbline.dev/v1").text("kind", "Proofread");
            fields.all(
                    "sources",
                    answer.sources(),
                    source -> fields.text("name", source.name()).text("kind", source.kind()));
            fields.one("counts", answer, counted -> {
                for (Truth truth : Truth.values()) {
                    fields.number(truth.word(), OptionalInt.of(counted.count(truth)));
                }
            });
            fields.all("claims", answer.remarks(), remark -> claim(fields, remark));
            generator.writeEndObject();
        });
    }

    private static void claim(Fields fields, Remark remark) {
        fields.place(remark.claim().origin());
        fields.text("claim", remark.claim().text())
                .text("verdict", remark.ruling().truth().word());
        fields.text("says", remark.ruling().says());
        fields.text("corrected", remark.ruling().corrections().isEmpty() ? "" : Corrections.claim(remark));
        fields.all(
                "corrections",
                remark.ruling().corrections(),
                one -> fields.text("wrong", one.word().text()).text("right", one.right()));
        fields.evidence(remark.ruling().evidence());
    }
}
