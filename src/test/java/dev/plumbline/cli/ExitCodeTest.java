package dev.plumbline.cli;

import static dev.plumbline.cli.ExitCode.FINE;
import static dev.plumbline.cli.ExitCode.FOUND;
import static dev.plumbline.cli.ExitCode.INCOMPLETE;
import static dev.plumbline.cli.ExitCode.INTERNAL;
import static dev.plumbline.cli.ExitCode.UNREACHABLE;
import static dev.plumbline.cli.ExitCode.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.MapExamples;
import dev.plumbline.answers.Selection;
import dev.plumbline.answers.TargetParser;
import dev.plumbline.evidence.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    @Test
    void theGravestCounts() {
        List<ExitCode> order = List.of(USAGE, INTERNAL, UNREACHABLE, FOUND, INCOMPLETE);
        for (int i = 0; i < order.size(); i++) {
            assertThat(ExitCode.gravest(order.subList(i, order.size()))).isEqualTo(order.get(i));
        }
        assertThat(ExitCode.gravest(List.of())).isEqualTo(FINE);
    }

    @Test
    void theNumbersAreTheContract() {
        assertThat(List.of(ExitCode.values())).extracting(ExitCode::number).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "web-1/tap0, false, INCOMPLETE", // a gap
        "web-1/eth1, false, INCOMPLETE", // one of two taps
        "web-1/nic10, false, INCOMPLETE", // listings disagree
        "web-1/nic9, false, INCOMPLETE" // the migration's target was not seen
    })
    void aHopThatIsNotKnownIsIncomplete(String target, boolean proven, ExitCode code) throws Exception {
        assertThat(ExitCode.of(odd(target), proven)).containsExactly(code);
    }

    @Test
    void anInferredHopIsIncompleteOnlyWhereProofIsRequired() {
        assertThat(ExitCode.of(MapExamples.sevenNics(), false)).isEmpty();
        assertThat(ExitCode.of(MapExamples.sevenNics(), true)).isEqualTo(EnumSet.of(INCOMPLETE));
    }

    @Test
    void aProvenPathThatEndsAtALinkIsFine() throws Exception {
        MapAnswer all = MapExamples.sevenNics();
        Selection nic2 = new Selection(Optional.empty(), false, List.of(TargetParser.parse("ctl-0/nic2")));
        MapAnswer cut = new MapAnswer(
                all.sources(), nic2.of(all.topology()), all.needs(), all.findings(), all.skipped(), List.of());
        assertThat(cut.topology().machines().getFirst().nics().getFirst().path().end())
                .isEqualTo("link");
        assertThat(ExitCode.of(cut, true)).isEmpty();
    }

    @Test
    void unreadInputIsIncomplete() {
        MapAnswer all = MapExamples.sevenNics();
        MapAnswer broken = new MapAnswer(
                all.sources(),
                all.topology(),
                all.needs(),
                all.findings(),
                all.skipped(),
                List.of(new Problem(MapExamples.line(4, "{"), "end of text", "a value")));
        assertThat(ExitCode.of(broken, false)).containsExactly(INCOMPLETE);
    }

    private static MapAnswer odd(String target) throws Exception {
        MapAnswer odd = MapExamples.odd();
        Selection selection = new Selection(Optional.empty(), false, List.of(TargetParser.parse(target)));
        return new MapAnswer(
                odd.sources(), selection.of(odd.topology()), odd.needs(), odd.findings(), odd.skipped(), List.of());
    }
}
