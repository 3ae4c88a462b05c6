package dev.plumbline.sources.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.sources.Gathered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any bytes: no exception, and no line that the input does not hold. */
class TranscriptLawsTest {

    private static final Path CASES = Path.of("src/test/resources/transcripts");

    @Property(tries = 300)
    void anyBytesAreRead(@ForAll byte[] bytes) {
        holds(bytes);
    }

    @Property(tries = 300)
    void anyMixOfTranscriptsIsRead(@ForAll("mixes") String text) {
        holds(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 400)
    void anySignsOfAShellAreRead(@ForAll("commands") String text) {
        holds(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[root@ctl-0 ~]# ip link | grep x\n",
                "sh-4.4# oc rsh pod\n",
                "$ echo 'a\n",
                "$ ip a \\\n",
                "> > > > ip\n",
                "$ $ $ ",
                "\u001b[1@\u001b[5Pab\b\b",
                "abc\rdef\r\r",
                "$ a$($(((",
                "```\n$ ip a\n```\n",
                "\nThe next one is here.\n",
                "$ for i in {0..199}; do for j in {0..199}; do ip a $i $j; done; done\nx\n",
                "...\nx\n",
                "      ",
                "((((",
                "{0..9}"
            })
    void longInputsTakeTheTimeOfTheirLength(String piece) {
        byte[] content = ("$ ip link\n" + piece.repeat(100_000 / piece.length())).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TranscriptReader.read("long.txt", content, List.of()));
    }

    private static void holds(byte[] bytes) {
        Gathered gathered = TranscriptReader.read("any.txt", bytes, List.of());
        String cleaned = Decoded.of(bytes).lines().stream().map(Line::text).collect(Collectors.joining());
        for (Observation observation : gathered.observations()) {
            assertThat(observation.lines()).allMatch(line -> cleaned.contains(line.text()));
        }
        assertThat(gathered.stretches()).allMatch(stretch -> stretch.from() > 0 && stretch.to() >= stretch.from());
        assertThat(gathered.stretches())
                .hasSize(gathered.observations().size() + gathered.skipped().size());
    }

    @Provide
    Arbitrary<String> mixes() {
        Arbitrary<String> pieces = Arbitraries.of(inputs())
                .flatMap(text -> Arbitraries.integers()
                        .between(0, text.length())
                        .list()
                        .ofSize(2)
                        .map(ends -> text.substring(
                                Math.min(ends.get(0), ends.get(1)), Math.max(ends.get(0), ends.get(1)))));
        return pieces.list().ofMaxSize(4).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> commands() {
        return Arbitraries.of(
                        "# ",
                        "$ ",
                        "sh-4.4# ",
                        "[a@b ~]$ ",
                        "oc rsh p",
                        "oc debug node/n",
                        " -- ",
                        "ip a",
                        "ip netns exec x ",
                        "for i in a b; do ",
                        "done",
                        "; ",
                        " | ",
                        "grep x",
                        "'",
                        "\"",
                        "$(",
                        "`",
                        "\\",
                        "\n",
                        "\n",
                        "> ",
                        "```\n",
                        "sudo ",
                        "ssh ",
                        "-n ",
                        "nsenter -t 1 ",
                        "virsh ",
                        "exit",
                        "1: lo: <UP>",
                        "echo $i ",
                        "ansible ",
                        "...",
                        "clush -b ",
                        "a | CHANGED | rc=0 >>\n",
                        "---------\n",
                        "<<EOF",
                        "\t",
                        "\u001b[",
                        "\r",
                        "{0..3}",
                        "su ",
                        "-c")
                .list()
                .ofMaxSize(40)
                .map(words -> String.join("", words));
    }

    private static List<String> inputs() {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted()
                    .map(folder -> {
                        try {
                            return new String(Files.readAllBytes(folder.resolve("input.txt")), StandardCharsets.UTF_8);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
