package dev.plumbline.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plumbline.Corpus;
import dev.plumbline.answers.Evidence;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Weaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law 6: any bytes: no crash, no hang, and the text of every proof stands in the input. */
class AnyBytesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What may befall a file. */
    enum Harm {
        NONE {
            @Override
            byte[] of(byte[] content, Random random) {
                return content;
            }
        },
        BYTES {
            @Override
            byte[] of(byte[] content, Random random) {
                byte[] harmed = content.clone();
                for (int i = 0; i < 1 + harmed.length / 200; i++) {
                    harmed[random.nextInt(harmed.length)] = (byte) random.nextInt(256);
                }
                return harmed;
            }
        },
        CUT {
            @Override
            byte[] of(byte[] content, Random random) {
                int from = random.nextInt(content.length);
                return Arrays.copyOfRange(content, from / 3, from + 1);
            }
        },
        LINES {
            @Override
            byte[] of(byte[] content, Random random) {
                List<String> lines = new ArrayList<>(
                        new String(content, StandardCharsets.UTF_8).lines().toList());
                for (int i = 0; i < 1 + lines.size() / 20; i++) {
                    int at = random.nextInt(lines.size());
                    if (random.nextBoolean() && lines.size() > 1) {
                        lines.remove(at);
                    } else {
                        lines.add(random.nextInt(lines.size()), lines.get(at));
                    }
                }
                return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            }
        };

        abstract byte[] of(byte[] content, Random random);
    }

    @Property(tries = 300)
    void ofATranscript(@ForAll("transcripts") Path input, @ForAll Harm harm, @ForAll long seed) {
        byte[] content = harm.of(bytes(input), new Random(seed));

        assertTimeoutPreemptively(
                PATIENCE, () -> holds(TranscriptReader.read("any.txt", content, List.of()), content, harm));
    }

    @Property(tries = 60)
    void ofAFileThatACaptureHolds(@ForAll("files") Path input, @ForAll Harm harm, @ForAll long seed) {
        byte[] content = harm.of(bytes(input), new Random(seed));

        assertTimeoutPreemptively(PATIENCE, () -> {
            Path folder = Files.createTempDirectory("plumbline");
            Path file = folder.resolve(input.getFileName().toString());
            try {
                Files.write(file, content);
                holds(Corpus.gathered(folder), content, harm);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        });
    }

    private static void holds(Gathered gathered, byte[] content, Harm harm) {
        assertThat(Answers.json(gathered)).startsWith("{");
        // Random bytes hold escapes and backspaces, which take text away: the outputs as read stand in for the input
        // there.
        String read = gathered.observations().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.asked()), one.lines().stream()))
                .map(Line::text)
                .collect(Collectors.joining());
        String text = cleaned(harm == Harm.BYTES ? read : new String(content, StandardCharsets.UTF_8));
        Topology topology = Weaver.weave(Evidence.of(gathered).facts()).topology();
        List<Origin> proofs = topology.machines().stream()
                .flatMap(machine -> machine.nics().stream())
                .flatMap(nic -> Stream.concat(Stream.of(nic.path()), nic.otherPaths().stream()))
                .flatMap(path -> path.hops().stream())
                .map(Hop::evidence)
                .flatMap(List::stream)
                .toList();
        assertThat(proofs).allMatch(proof -> text.contains(cleaned(proof.text())), "text of the input");
    }

    /** Without what a terminal or a mail program adds, and without the white space that marks its lines' ends. */
    private static String cleaned(String text) {
        return text.replaceAll("[^\\p{Graph}]+", "").replaceAll("\\P{ASCII}", "");
    }

    private static byte[] bytes(Path input) {
        try {
            return Files.readAllBytes(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Path> transcripts() {
        return Arbitraries.of(Inputs.transcripts());
    }

    /** Files of captures; where there is no corpus, the cases. */
    @Provide
    Arbitrary<Path> files() {
        List<Path> found = new ArrayList<>();
        for (Path capture : Inputs.captures("AnyBytesTest")) {
            try (Stream<Path> files = Files.walk(capture)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toFile().length() > 0)
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Arbitraries.of(found.isEmpty() ? Inputs.transcripts() : found);
    }
}
