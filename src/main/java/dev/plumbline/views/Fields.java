package dev.plumbline.views;

import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes an object's fields. What is not known is written as null: a field is never left out. */
record Fields(JsonGenerator out) {

    /** An empty text is one that is not known. */
    Fields text(String name, String value) {
        if (value.isEmpty()) {
            out.writeNullProperty(name);
        } else {
            out.writeStringProperty(name, value);
        }
        return this;
    }

    Fields text(String name, Optional<?> value) {
        return text(name, value.map(Object::toString).orElse(""));
    }

    /** A verdict, severity ... in lower case. */
    Fields word(String name, Enum<?> value) {
        return text(name, value.name().toLowerCase(Locale.ROOT));
    }

    Fields number(String name, OptionalInt value) {
        if (value.isPresent()) {
            out.writeNumberProperty(name, value.getAsInt());
        } else {
            out.writeNullProperty(name);
        }
        return this;
    }

    Fields truth(String name, boolean value) {
        out.writeBooleanProperty(name, value);
        return this;
    }

    Fields texts(String name, List<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    /** An array of objects, each written by {@code each} between its braces. */
    <T> Fields all(String name, List<T> values, Consumer<T> each) {
        out.writeArrayPropertyStart(name);
        values.forEach(value -> object(value, each));
        out.writeEndArray();
        return this;
    }

    <T> Fields one(String name, T value, Consumer<T> fields) {
        out.writeName(name);
        object(value, fields);
        return this;
    }

    <T> Fields maybe(String name, Optional<T> value, Consumer<T> fields) {
        if (value.isPresent()) {
            return one(name, value.get(), fields);
        }
        out.writeNullProperty(name);
        return this;
    }

    private <T> void object(T value, Consumer<T> fields) {
        out.writeStartObject();
        fields.accept(value);
        out.writeEndObject();
    }

    Fields evidence(List<Origin> origins) {
        return all("evidence", origins, this::origin);
    }

    /** Where a statement stands, and its text. */
    void origin(Origin origin) {
        place(origin);
        text("pointer", origin.pointer());
        out.writeStringProperty("text", origin.text());
    }

    /** Source, file and line. */
    Fields place(Origin origin) {
        text("source", origin.source()).text("file", origin.file());
        return number("line", AnswerJson.line(origin.line()));
    }
}
