package dev.plumbline.systems.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.systems.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real manifests and captured objects, where such a collection lies beside the project. */
class CorpusObjectsTest {

    private static final Path CORPUS = Path.of(System.getProperty("plumbline.corpus", "../shared/corpus"));

    @TestFactory
    Stream<DynamicTest> everyObjectOfTheNetworkIsRead() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Stream.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(CORPUS)) {
            all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(CorpusObjectsTest::holdsObjects)
                    .sorted()
                    .forEach(files::add);
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Reading reading = new ObjectsReader(KubernetesReaders.objects()).read(observation(file));
                    assertThat(reading.problems()).isEmpty();
                    assertThat(reading.facts()).isNotEmpty();
                }));
    }

    private static boolean holdsObjects(Path file) {
        String path = file.toString();
        return Stream.of("/nad/", "/vmi/", "/nns/", "/nncp/nncp", "/nncp/linux", "/pod/", "/capture/namespaces/")
                .anyMatch(path::contains);
    }

    private static Observation observation(Path file) {
        List<Line> lines = new ArrayList<>();
        try (Stream<String> text = Files.lines(file)) {
            text.forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Observation.ofFile("corpus", file.toString(), Vantage.of(Scope.ofCluster(), Standing.STATED), lines);
    }
}
