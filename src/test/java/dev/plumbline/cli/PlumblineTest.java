package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.MapExamples;
import dev.plumbline.answers.SourcesExample;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.Topology;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole command lines, with sources that need no reading. */
class PlumblineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private final List<List<String>> asked = new ArrayList<>();
    private MapAnswer answer = MapExamples.sevenNics();
    private boolean terminal;
    private String session = "";

    @BeforeEach
    void aSession() throws IOException {
        session = Files.writeString(folder.resolve("session.txt"), "pasted").toString();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mpa",
                "map -o png",
                "map --color blue",
                "map --require all",
                "map -z",
                "map -f",
                "trace",
                "check --fail-on grave",
                "map -l app=x",
                "explain no-such-rule",
                "reach",
                "lab",
                "serve"
            })
    void wrongUsageIsTwo(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        if (!line.equals("map -f") && !line.startsWith("explain")) {
            words.add(session);
        }
        assertThat(run(words.toArray(String[]::new))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("plumbline: ");
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
    void helpNamesEveryCommandAndNoOther() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(out.toString())
                .contains(
                        "  map ",
                        "  trace ",
                        "  reach ",
                        "  check ",
                        "  needs ",
                        "  proofread ",
                        "  diff ",
                        "  plan ",
                        "  nics ",
                        "  lab ",
                        "  sources ",
                        "  explain ")
                .doesNotContain("  impact", "  capture", "  serve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "map",
                "trace",
                "reach",
                "check",
                "needs",
                "proofread",
                "diff",
                "plan",
                "nics",
                "sources",
                "explain"
            })
    void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
        assertThat(run(command, "--help")).isEqualTo(0);
        String help = out.toString();
        assertThat(help)
                .startsWith("Usage: plumbline " + command)
                .contains("Examples:\n  plumbline ", "Exit codes:\n  0  ");
        out.getBuffer().setLength(0);
        assertThat(run("help", command)).isEqualTo(0);
        assertThat(out).hasToString(help);
    }

    @Test
    void noCommandAtAllIsUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Plumbline follows");
        assertThat(run("--version")).isEqualTo(0);
        assertThat(out.toString()).startsWith("plumbline ").contains("(Java 2");
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

    @Test
    void aReaderThatHasSeenEnoughIsNoError() {
        assertThat(runInto(failing("Broken pipe"))).isEqualTo(ExitCode.FINE);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNotPassedOver() {
        assertThat(runInto(failing("No space left on device"))).isEqualTo(ExitCode.INTERNAL);
        assertThat(err).hasToString("plumbline: the answer could not be written: No space left on device\n");
    }

    private ExitCode runInto(Writer writer) {
        return new Plumbline(parts(), new Surroundings(writer, err, false, false, Map.of()))
                .run(List.of("map", session));
    }

    private static Writer failing(String why) {
        return new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                throw new IOException(why);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void aPlanWithoutManifestsSaysWhatIsMissing() {
        assertThat(run("plan", "nosuch.yaml")).isEqualTo(4);
        assertThat(err.toString()).contains("no manifests given", "'nosuch.yaml' is no file or folder here");
    }

    @Test
    void anErrorOfItsOwnIsOneLineAndMoreOnRequest() {
        SurveySource broken = (_, _) -> {
            throw new IllegalStateException("a\u001b[2Jbug");
        };
        Parts parts = new Parts(broken, parts().plans(), parts().pages(), Optional.empty());
        assertThat(new Plumbline(parts, surroundings()).run(List.of("map", session)))
                .isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("internal error", "bug at ", "please report")
                .doesNotContain("\u001b");
        environment.put("PLUMBLINE_DEBUG", "1");
        new Plumbline(parts, surroundings()).run(List.of("map", session));
        assertThat(err.toString()).contains("\n    at dev.plumbline.cli.");
    }

    private int run(String... arguments) {
        return new Plumbline(parts(), surroundings()).run(List.of(arguments)).number();
    }

    private Surroundings surroundings() {
        return new Surroundings(out, err, terminal, false, Map.copyOf(environment));
    }

    private Parts parts() {
        SurveySource surveys = (sources, corrections) -> {
            if (sources.getFirst().startsWith("kube:")) {
                throw new SourceException(sources.getFirst(), "this version reads no live cluster");
            }
            List<String> all = new ArrayList<>(sources);
            all.addAll(corrections);
            asked.add(all);
            boolean nothing = answer.sources().isEmpty();
            Gathered read = SourcesExample.answer().gathered();
            Gathered gathered = new Gathered(
                    answer.sources(),
                    nothing ? List.of() : read.observations(),
                    read.stretches(),
                    List.of(),
                    List.of(),
                    List.of());
            return new Survey(
                    gathered,
                    SourcesExample.answer().facts(),
                    answer.skipped(),
                    answer.unread(),
                    answer.topology(),
                    answer.needs(),
                    new CheckAnswer(answer.findings(), List.of(), List.of()),
                    Optional.empty());
        };
        RulePages pages = new RulePages() {
            @Override
            public List<String> ids() {
                return List.of("domain-mac", "index-pair");
            }

            @Override
            public Optional<String> page(String id) {
                return ids().contains(id) ? Optional.of("# " + id) : Optional.empty();
            }
        };
        Face proofread = (_, _, _, drawn) -> {
            drawn.append("1 claim: 1 wrong\n");
            return Set.of(ExitCode.FOUND);
        };
        return new Parts(surveys, new Plans(), pages, Optional.of(proofread));
    }
}
