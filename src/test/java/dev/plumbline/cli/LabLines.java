package dev.plumbline.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Command lines of a user whose labs are a test's own. */
abstract class LabLines {

    @TempDir
    Path folder;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    /** @return the exit code; what was printed is in {@link #out} and {@link #err} until the next */
    int plumbline(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Map<String, String> environment =
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString());
        return new Plumbline(Wiring.parts(environment), new Surroundings(out, err, false, false, environment))
                .run(List.of(words))
                .number();
    }

    /** A verb of {@code lab}. */
    int lab(String name, String... words) {
        List<String> all = new ArrayList<>(List.of("lab", "--name", name));
        all.addAll(List.of(words));
        return plumbline(all.toArray(String[]::new));
    }
}
