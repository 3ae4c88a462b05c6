package dev.plumbline.views;

import dev.plumbline.answers.plan.GuestFile;
import java.io.IOException;

/** A guest's file as a deployment writes it: JSON or YAML, after its name. */
public enum GuestFileView implements View<GuestFile> {
    WHOLE;

    @Override
    public void draw(GuestFile file, Appendable out) throws IOException {
        Notation notation = file.path().endsWith(".json") ? Notation.JSON : Notation.YAML;
        notation.write(out, generator -> TreeJson.write(file.tree(), generator));
    }
}
