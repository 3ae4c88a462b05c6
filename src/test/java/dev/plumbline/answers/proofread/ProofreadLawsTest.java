package dev.plumbline.answers.proofread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.evidence.Line;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.transcript.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What holds for every claim, whatever it is. */
class ProofreadLawsTest {

    private static final Path EVIDENCE = Path.of("src/test/resources/proofread/three-machines/evidence.txt");

    @Property(tries = 200)
    void anyTextIsReadWithoutHarm(@ForAll @Size(max = 12) List<String> lines) throws IOException {
        ProofreadAnswer answer = judged(lines);

        assertThat(answer.remarks()).allSatisfy(remark -> {
            assertThat(remark.claim().words()).hasSizeGreaterThan(1);
            assertThat(remark.ruling().is(Truth.WRONG)
                            && remark.ruling().evidence().isEmpty())
                    .isFalse();
        });
    }

    @Test
    void longLinesTakeNoTime() {
        List<String> lines = List.of(
                "|".repeat(2000),
                "a->".repeat(600) + "b",
                "ens3 " + "is ".repeat(600),
                "ens3 and ".repeat(200) + "are on br-blue",
                "x".repeat(200_000),
                "veth" + "x".repeat(1900),
                "=".repeat(1900),
                "ens1: ".repeat(300));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> judged(lines));
    }

    @Test
    void theTruthOfAWrongClaimIsTrue() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String left : List.of("ens1", "ens2", "ens3", "br-blue", "br-green", "k6t-net1", "veth1b2c0ffe", "db-1")) {
            for (String right : List.of(
                    "tap1",
                    "tap2",
                    "tap3",
                    "eno1",
                    "eno2",
                    "eno3",
                    "k6t-net2",
                    "veth1b3c0ffe",
                    "mill-1",
                    "tap9",
                    "en02")) {
                wrong.add(left + " -- " + right);
            }
        }
        List<Remark> remarks = judged(wrong).remarks().stream()
                .filter(remark -> !remark.ruling().corrections().isEmpty())
                .toList();
        List<String> mended = remarks.stream()
                .map(remark -> {
                    Ruling.Correction one = remark.ruling().corrections().getFirst();
                    List<String> names = remark.claim().words().stream()
                            .map(word -> word.equals(one.word()) ? one.right() : word.text())
                            .toList();
                    return String.join(" -- ", names);
                })
                .toList();

        assertThat(remarks).hasSizeGreaterThan(20);
        assertThat(judged(mended).remarks())
                .hasSameSizeAs(mended)
                .allSatisfy(remark -> assertThat(remark.ruling().truth())
                        .as(remark.claim().text())
                        .isEqualTo(Truth.TRUE));
    }

    private static ProofreadAnswer judged(List<String> lines) throws IOException {
        List<Line> numbered = new ArrayList<>();
        lines.forEach(line -> numbered.add(new Line(numbered.size() + 1, line)));
        Gathered prose = new Gathered(
                List.of(new Gathered.Named("notes", "transcript")),
                List.of(),
                List.of(),
                List.of(new Gathered.Prose("notes", "", numbered)),
                List.of(),
                List.of());
        Gathered evidence = TranscriptReader.read("evidence.txt", Files.readAllBytes(EVIDENCE), List.of());
        return ProofreadCasesTest.answer(
                prose.and(evidence), Set.of("notes").iterator().next());
    }
}
