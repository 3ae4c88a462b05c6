package dev.plumbline;

import dev.plumbline.answers.Evidence;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.Sources;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.weave.Weaver;
import dev.plumbline.weave.Woven;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The reference data beside the project, where it lies there. */
public final class Corpus {

    public static final Path ROOT = Path.of(System.getProperty("plumbline.corpus", "../shared/corpus"));

    private Corpus() {}

    /** Capture folders with a truth beside them, by name; none where the corpus is not there. */
    public static List<Path> scenarios() {
        Path captures = ROOT.resolve("captures");
        if (!Files.isDirectory(captures)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(captures)) {
            return folders.filter(folder -> Files.exists(folder.resolve("truth.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Evidence evidence(Path... sources) {
        return Evidence.of(gathered(sources));
    }

    public static Gathered gathered(Path... sources) {
        return Sources.open(
                Stream.of(sources).map(Path::toString).toList(),
                (name, file, bytes) ->
                        TranscriptReader.read(file.isEmpty() ? name : name + "/" + file, bytes, List.of()),
                InputStream.nullInputStream());
    }

    public static Woven woven(Path... sources) {
        return Weaver.weave(evidence(sources).facts());
    }
}
