package dev.plumbline.views;

import dev.plumbline.answers.plan.PlanAnswer;
import dev.plumbline.answers.plan.PlannedObject;
import java.io.IOException;

/** {@code plan -o objects}: every derived object as one YAML document, as {@code kubectl get -o yaml} prints it. */
public record ManifestsView() implements View<PlanAnswer> {

    @Override
    public void draw(PlanAnswer answer, Appendable out) throws IOException {
        for (PlannedObject object : answer.objects()) {
            if (object.derived()) {
                out.append("---\n");
                Notation.YAML.write(out, generator -> TreeJson.write(object.tree(), generator));
            }
        }
    }
}
