package dev.plumbline.lab.tap;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Starts the one process that holds a lab's taps. It lives in the lab's namespace of processes, and ends with it. */
public final class TapPump {

    private static final String FOLDER = "/run/lab/tap";

    /** The classes that the process runs, beside those of the JDK. */
    private static final List<String> CLASSES = List.of("Pump", "Linux", "Linux$Call");

    /**
     * Without any input in it. It ends once the process is ready or has ended, and leaves it behind: the anchor takes it.
     */
    private static final String START = """
            cd "$1" || exit
            shift
            mkfifo said || exit
            "$@" </dev/null >said 2>complaints &
            word=
            read -r word <said
            [ "$word" = ready ] && exit
            cat complaints >&2
            exit 1
            """;

    private TapPump() {}

    /** Makes both devices of each pair, down and with MACs of the kernel's choice, and moves their frames from now on. */
    public static void start(Anchor anchor, List<TapPair> pairs) throws LabException {
        if (pairs.isEmpty()) {
            return;
        }
        try {
            // The lab's processes do not hang on where the program lies, which the lab may not even see.
            Path classes = Files.createDirectories(
                    anchor.inside(FOLDER + "/" + Pump.class.getPackageName().replace('.', '/')));
            for (String name : CLASSES) {
                copy(name + ".class", classes);
            }
            String lines = pairs.stream().map(TapPair::line).collect(Collectors.joining());
            Files.writeString(anchor.inside(FOLDER + "/pairs"), lines);
        } catch (IOException e) {
            throw new LabException("the lab's own files cannot be written: " + e, e);
        }
        Output output = anchor.run(
                List.of(
                        "sh",
                        "-c",
                        START,
                        "plumbline-taps",
                        FOLDER,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx16m",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        FOLDER,
                        Pump.class.getName(),
                        FOLDER + "/pairs"),
                "");
        if (!output.fine()) {
            throw new LabException("the process that moves the taps' frames: " + output.complaint());
        }
    }

    private static void copy(String file, Path folder) throws IOException {
        try (InputStream bytes = Pump.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IOException(file + " is missing");
            }
            Files.copy(bytes, folder.resolve(file));
        }
    }
}
