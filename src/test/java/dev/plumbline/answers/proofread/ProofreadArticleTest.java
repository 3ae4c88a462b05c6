package dev.plumbline.answers.proofread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plumbline.Corpus;
import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.sources.transcript.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The session that Plumbline was made for, where it lies beside the project: three errors of its author's, and no false alarm. */
class ProofreadArticleTest {

    private static final Path ARTICLE = Corpus.ROOT.resolveSibling("article").resolve("kubevirt-network.md");

    @Test
    void findsTheThreeErrorsAndNothingElse() throws IOException {
        assumeThat(ARTICLE).exists();
        ProofreadAnswer answer = ProofreadCasesTest.answer(
                TranscriptReader.read("article.md", Files.readAllBytes(ARTICLE), List.of()), "article.md");

        assertThat(claims(answer, Truth.WRONG))
                .containsExactly("br-ex -- en6s0", "br-osp -- enp7s0z", "enp7s0 -- tap5");
        assertThat(answer.remarks().stream()
                        .flatMap(remark -> remark.ruling().corrections().stream())
                        .map(Ruling.Correction::right))
                .containsExactly("enp6s0", "enp7s0", "tap6");
        assertThat(claims(answer, Truth.TRUE))
                .containsExactly(
                        "controller-0 is created on worker-1",
                        "br-ctlplane -- enp1s0",
                        "enp1s0 -- tap0",
                        "enp2s0 -- tap1",
                        "enp3s0 -- tap2",
                        "enp4s0 -- tap3",
                        "enp5s0 -- tap4",
                        "enp6s0 -- tap5");
        assertThat(claims(answer, Truth.UNPROVEN))
                .hasSize(4)
                .anyMatch(claim -> claim.startsWith("vethxxx interfaces on each bridge are"))
                .contains("external network is connected to br-ex");
        assertThat(says(answer, "vethxxx"))
                .hasValueSatisfying(says -> assertThat(says).startsWith("6 of 9 are"));
        assertThat(says(answer, "enp7s0 -- tap5")).contains("enp7s0's tap is tap6; tap5's guest NIC is enp6s0");
    }

    private static List<String> claims(ProofreadAnswer answer, Truth truth) {
        return answer.remarks().stream()
                .filter(remark -> remark.ruling().is(truth))
                .map(remark -> remark.claim().text())
                .toList();
    }

    private static Optional<String> says(ProofreadAnswer answer, String claim) {
        return answer.remarks().stream()
                .filter(remark -> remark.claim().text().startsWith(claim))
                .map(remark -> remark.ruling().says())
                .findFirst();
    }
}
