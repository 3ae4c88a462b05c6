package dev.plumbline.lab.faults;

import dev.plumbline.cli.Cli;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two controllers of the example's environment, as a lab to break. */
final class BrokenLab {

    static final LabName NAME = new LabName("test-faults");

    private final Path folder;
    private final Path manifests;
    private int captures;

    private BrokenLab(Path folder) {
        this.folder = folder;
        this.manifests = folder.resolve("manifests");
    }

    static BrokenLab up(Path folder) throws IOException {
        BrokenLab lab = new BrokenLab(folder);
        Files.createDirectories(lab.manifests);
        try (Stream<Path> files = Files.list(Path.of("examples/seed-environment"))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        lab.manifests.resolve(file.getFileName()),
                        Files.readString(file).replace("roleCount: 1", "roleCount: 2"));
            }
        }
        Cli.Said said = lab.plumbline("lab", "up", lab.manifests.toString(), "--name", NAME.text());
        if (said.code() != 0) {
            throw new AssertionError(said.err());
        }
        return lab;
    }

    void down() {
        plumbline("lab", "down", "--name", NAME.text());
    }

    Labs labs() {
        return Labs.of(folder.resolve("state").toString(), "/");
    }

    Faults faults() {
        return new Faults(labs(), NAME);
    }

    /** A command line of the program. */
    Cli.Said plumbline(String... words) {
        return Cli.run(Map.of("XDG_STATE_HOME", folder.resolve("state").toString()), List.of(words));
    }

    Cli.Said lab(String... words) {
        List<String> all = new ArrayList<>(List.of("lab", "--name", NAME.text()));
        all.addAll(List.of(words));
        return plumbline(all.toArray(String[]::new));
    }

    /** What the lab shows now. */
    Path capture() throws Exception {
        captures++;
        Path capture = folder.resolve("capture-" + captures);
        labs().capture(NAME, capture);
        return capture;
    }

    Path manifests() {
        return manifests;
    }
}
