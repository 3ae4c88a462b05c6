package dev.plumbline.views;

import dev.plumbline.evidence.tree.Tree;
import tools.jackson.core.JsonGenerator;

/** Writes a value of a manifest as it stands; a number or truth keeps its form, what is missing is null. */
final class TreeJson {

    private TreeJson() {}

    static void write(Tree tree, JsonGenerator out) {
        switch (tree) {
            case Tree.Mapping mapping -> {
                out.writeStartObject();
                mapping.fields().forEach((key, value) -> {
                    out.writeName(key);
                    write(value, out);
                });
                out.writeEndObject();
            }
            case Tree.Sequence sequence -> {
                out.writeStartArray();
                sequence.items().forEach(item -> write(item, out));
                out.writeEndArray();
            }
            case Tree.Scalar scalar -> scalar(scalar, out);
            case Tree.Missing _ -> out.writeNull();
        }
    }

    private static void scalar(Tree.Scalar scalar, JsonGenerator out) {
        String text = scalar.text();
        if (scalar.isString()) {
            out.writeString(text);
        } else if (text.isEmpty() || text.equals("~") || text.equals("null")) {
            out.writeNull();
        } else if (text.equals("true") || text.equals("false")) {
            out.writeBoolean(text.equals("true"));
        } else if (text.matches("-?(?:0|[1-9][0-9]{0,17})")) {
            out.writeNumber(Long.parseLong(text));
        } else {
            // Other forms of numbers (0x1F, 1e3, .inf) are YAML's own: quoting keeps them whole.
            out.writeString(text);
        }
    }
}
