package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, wrong words, and what goes wrong on the way out. */
class UsageTest extends Calls {

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
    void aReaderThatHasSeenEnoughIsNoError() {
        assertThat(runInto(failing("Broken pipe"))).isEqualTo(ExitCode.FINE);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNotPassedOver() {
        assertThat(runInto(failing("No space left on device"))).isEqualTo(ExitCode.INTERNAL);
        assertThat(err).hasToString("plumbline: the answer could not be written: No space left on device\n");
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
}
