package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The picture in the documentation is the one that the command draws; {@code -Ddocs.update=true} draws it anew. */
class DocsPictureTest {

    private static final Path PICTURE = Path.of("docs/images/controller-0.svg");

    @Test
    void isWhatTheCommandDraws() throws IOException {
        String drawn = drawn();
        if (Boolean.getBoolean("docs.update")) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(PICTURE));
    }

    private static String drawn() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(out, err, false, false, Map.of());
        new Plumbline(Wiring.parts(), surroundings).run(List.of("map", "examples/controller-0.txt", "-o", "svg"));
        assertThat(out.toString()).as(err.toString()).startsWith("<svg");
        return out.toString();
    }
}
