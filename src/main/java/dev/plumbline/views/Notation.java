package dev.plumbline.views;

import java.io.IOException;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** JSON and YAML, into which the same trees are written. */
enum Notation {
    JSON {
        @Override
        JsonGenerator open(Appendable out) {
            return JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .build()
                    .createGenerator(new Indented(), new EscapingWriter(out));
        }
    },
    YAML {
        @Override
        JsonGenerator open(Appendable out) {
            return YAMLFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .build()
                    .createGenerator(ObjectWriteContext.empty(), new EscapingWriter(out));
        }
    };

    abstract JsonGenerator open(Appendable out);

    /** Writes one document that ends with a line end. */
    void write(Appendable out, Consumer<JsonGenerator> document) throws IOException {
        try (JsonGenerator generator = open(out)) {
            document.accept(generator);
        }
        if (this == JSON) {
            out.append('\n');
        }
    }

    /** Two spaces and a bare line end on every system. */
    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }
    }
}
