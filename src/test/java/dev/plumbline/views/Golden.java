package dev.plumbline.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a drawing with the file that holds it; {@code -Dgolden.update=true} writes the file instead. */
final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/views");

    private Golden() {}

    static void check(String example, String view, String drawn) {
        Path file = ROOT.resolve(example).resolve(view + ".txt");
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, drawn);
            }
            assertThat(drawn).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
