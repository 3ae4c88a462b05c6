package dev.plumbline.weave;

import dev.plumbline.answers.Evidence;
import dev.plumbline.sources.Sources;
import dev.plumbline.sources.transcript.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One case of weaving: a folder {@code src/test/resources/weave/CASE/} whose {@code *.txt} are transcripts and whose
 * {@code capture/} is a capture folder, each a source; {@code expected.txt} is what {@link TopologyText} makes of them.
 */
public record WeaveCase(Path folder) {

    private static final Path ROOT = Path.of("src/test/resources/weave");

    public static List<WeaveCase> all() {
        return children(ROOT).filter(Files::isDirectory).map(WeaveCase::new).toList();
    }

    Path expected() {
        return folder.resolve("expected.txt");
    }

    public Evidence evidence() {
        List<String> sources = children(folder)
                .filter(path -> !path.equals(expected()))
                .map(Path::toString)
                .toList();
        return Evidence.of(Sources.open(
                sources,
                (source, file, bytes) ->
                        TranscriptReader.read(source + (file.isEmpty() ? "" : "/" + file), bytes, List.of()),
                InputStream.nullInputStream()));
    }

    private static Stream<Path> children(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
