package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.MapExamples;
import dev.plumbline.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole command lines, with sources that need no reading. */
class PlumblineTest extends Calls {

    @Test
    void mapDrawsATableOnStandardOutputOnly() {
        assertThat(run("map", session)).isEqualTo(0);
        assertThat(out.toString())
                .startsWith("cloud/ctl-0   node rack-2")
                .contains("nic5  ens7")
                .endsWith("session.txt\n");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wide, k6t-net4(35)",
        "tree, ├─ nic5",
        "name, vm/ctl-0:nic5",
        "json, '\"kind\": \"Map\"'",
        "yaml, 'kind: \"Map\"'"
    })
    void mapHasOtherForms(String form, String holds) {
        assertThat(run("map", session, "-o", form)).isEqualTo(0);
        assertThat(out.toString()).contains(holds);
    }

    @Test
    void wordsThatExistAsPathsAreSourcesAndOthersTargets() {
        assertThat(run("trace", "ctl-0/nic5", session)).isEqualTo(0);
        assertThat(asked).containsExactly(List.of(session));
        assertThat(out.toString())
                .startsWith("cloud/ctl-0/nic5   stor (inferred)")
                .doesNotContain("nic4");
    }

    @Test
    void optionsMayStandBeforeTheCommand() {
        assertThat(run("-n", "cloud", "-f", session, "map", "-oname")).isEqualTo(0);
        assertThat(out.toString()).hasLineCount(7);
    }

    @Test
    void namesThatAreListedAreTargets() {
        run("map", session, "-o", "name");
        for (String name : out.toString().lines().toList()) {
            out.getBuffer().setLength(0);
            assertThat(run("map", session, name, "-o", "name")).isEqualTo(0);
            assertThat(out).hasToString(name + "\n");
        }
    }

    @Test
    void standardInputIsASourceByItsDash() {
        assertThat(run("map", "-f", "-")).isEqualTo(0);
        assertThat(asked).containsExactly(List.of("-"));
    }

    @Test
    void scopeCorrectionsReachTheReaders() {
        assertThat(run("map", session, "--scope", "L4-9=node/x", "--scope", "L10=guest/a/b"))
                .isEqualTo(0);
        assertThat(asked).containsExactly(List.of(session, "L4-9=node/x", "L10=guest/a/b"));
    }

    @Test
    void anInferredHopIsFineUnlessProofIsRequired() {
        assertThat(run("map", session, "--require", "proven")).isEqualTo(3);
        assertThat(run("map", session, "ctl-0/nic5", "--require=proven")).isEqualTo(0);
    }

    @Test
    void whatCouldNotBeReadIsToldAndTheRestIsDrawn() {
        answer = MapExamples.odd();
        assertThat(run("map", session)).isEqualTo(3);
        assertThat(out.toString()).contains("lab/web-1");
        assertThat(err).hasToString("plumbline: must gather.tar/nodes/x/ip_link:3: end of text; expected a value\n");
    }

    @Test
    void aMissingSourceCostsItselfAlone() {
        assertThat(run("map", "-f", "/nowhere/a.txt", session)).isEqualTo(4);
        assertThat(out.toString()).contains("nic5");
        assertThat(err).hasToString("plumbline: /nowhere/a.txt: no such file or folder\n");
    }

    @Test
    void onlyMissingSourcesLeaveNothingToDraw() {
        assertThat(run("map", "./nowhere.txt")).isEqualTo(4);
        assertThat(out.toString()).isEmpty();
        assertThat(err).hasToString("plumbline: ./nowhere.txt: no such file or folder\n");
    }

    @Test
    void withoutASourceTheWayIsShown() {
        assertThat(run("map", "notes.txt")).isEqualTo(4);
        assertThat(err.toString())
                .contains("no source given", "'notes.txt' is no file here", "reads no live cluster", "-f FILE");
    }

    @Test
    void anUnreachableSourceIsNoCrash() {
        assertThat(run("map", "kube:prod")).isEqualTo(4);
        assertThat(err).hasToString("plumbline: kube:prod: this version reads no live cluster\n");
    }

    @Test
    void anUnmatchedTargetNamesWhatIsNear() {
        assertThat(run("trace", "ctl-0/nic55", session)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("plumbline: 'ctl-0/nic55' is not in what was read\n  did you mean: ctl-0:nic5, ctl-0:nic1");
    }

    @Test
    void colourComesOnATerminalOnlyAndCanBeForbidden() {
        run("map", session);
        assertThat(out.toString()).doesNotContain("\u001b");
        terminal = true;
        run("map", session);
        assertThat(out.toString()).contains("\u001b[32mproven");
        out.getBuffer().setLength(0);
        environment.put("NO_COLOR", "1");
        run("map", session);
        assertThat(out.toString()).doesNotContain("\u001b");
        run("map", session, "--color=always");
        assertThat(out.toString()).contains("\u001b[32mproven");
    }

    @Test
    void noHeadersLeavesRowsThatStandAlone() {
        run("map", session, "--no-headers");
        assertThat(out.toString().lines()).hasSize(7).allMatch(line -> line.startsWith("cloud/ctl-0  nic"));
    }

    @Test
    void checkFailsFromTheSeverityAsked() {
        assertThat(run("check", session)).isEqualTo(0);
        assertThat(run("check", session, "--fail-on=warning")).isEqualTo(1);
        assertThat(run("check", session, "ctl-0/nic4", "--fail-on=info")).isEqualTo(0);
        assertThat(out.toString()).contains("WARNING  mtu-narrows");
    }

    @Test
    void needsAreThoseOfTheTarget() {
        assertThat(run("needs", session, "ctl-0/nic3")).isEqualTo(0);
        assertThat(out.toString()).contains("ovs-vsctl show").doesNotContain("bridge -j vlan show");
        assertThat(run("needs", session, "-o", "json")).isEqualTo(0);
        assertThat(out.toString()).contains("\"kind\": \"Needs\"", "\"bridge -j vlan show\"");
    }

    @Test
    void sourcesTellsHowInputWasRead() {
        assertThat(run("sources", session)).isEqualTo(0);
        assertThat(out.toString()).startsWith("session.txt   transcript   2 outputs in 2 places");
        assertThat(run("sources", "ctl-0")).isEqualTo(4);
    }

    @Test
    void explainPrintsAPageOrAllIds() {
        assertThat(run("explain", "domain-mac")).isEqualTo(0);
        assertThat(out).hasToString("# domain-mac\n");
        assertThat(run("explain")).isEqualTo(0);
        assertThat(out.toString()).endsWith("domain-mac\nindex-pair\n");
        assertThat(run("explain", "domain-mak")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean: domain-mac");
    }

    @Test
    void proofreadDrawsWhatItsFaceFinds() {
        assertThat(run("proofread", session)).isEqualTo(1);
        assertThat(out).hasToString("1 claim: 1 wrong\n");
    }

    @Test
    void nothingRecognisedIsIncomplete() {
        answer = new MapAnswer(
                List.of(),
                new Topology(List.of(), List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(run("map", session)).isEqualTo(3);
        assertThat(err.toString()).contains("nothing was recognised");
    }
}
