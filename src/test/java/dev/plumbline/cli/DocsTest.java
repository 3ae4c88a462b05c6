package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.check.Checks;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documents show is what the program prints: every {@code $ plumbline ...} in a fenced block is run, and its output,
 * standard output and standard error as a terminal mixes them, compared. {@code -Ddocs.update=true} writes the output into the pages
 * instead. {@code $ echo $?} shows the exit code of the command before it, {@code > FILE} a file that is kept in the project.
 */
class DocsTest {

    private static final boolean UPDATE = Boolean.getBoolean("docs.update");

    private static final Pattern RULE = Pattern.compile("\"rule\": \"([^\"]+)\"");

    private int lastCode;

    @TestFactory
    Stream<DynamicContainer> shownOutputIsReal() throws IOException {
        return DocPage.all().stream()
                .filter(page -> !page.commands().isEmpty())
                .map(page -> DynamicContainer.dynamicContainer(page.toString(), UPDATE ? updates(page) : checks(page)));
    }

    private Stream<DynamicTest> checks(DocPage page) {
        return page.commands().stream()
                .map(shown -> DynamicTest.dynamicTest(shown.toString(), () -> {
                    List<String> real = run(shown);
                    assertThat(shown.output())
                            .as("%s %s; after a look at the change, -Ddocs.update=true writes it", page, shown)
                            .isEqualTo(shown.refreshed(real));
                }));
    }

    private Stream<DynamicTest> updates(DocPage page) {
        return Stream.of(DynamicTest.dynamicTest("is written", () -> {
            DocPage written = page;
            for (int i = 0; i < page.commands().size(); i++) {
                ShownCommand shown = written.commands().get(i);
                written = written.with(shown, shown.refreshed(run(shown)));
            }
            written.write();
            assertThat(DocPage.read(page.path()).commands()).hasSameSizeAs(page.commands());
        }));
    }

    private List<String> run(ShownCommand shown) throws IOException {
        List<String> words = shown.words();
        if (shown.command().equals("echo $?")) {
            return List.of(String.valueOf(lastCode));
        }
        assertThat(words.getFirst())
                .as("the only program that is run: %s", shown)
                .isIn("plumbline", "./plumbline");
        int into = words.indexOf(">");
        StringWriter screen = new StringWriter();
        StringWriter out = into < 0 ? screen : new StringWriter();
        Surroundings surroundings = new Surroundings(out, screen, false, false, Map.of());
        ExitCode code =
                new Plumbline(Wiring.parts(), surroundings).run(words.subList(1, into < 0 ? words.size() : into));
        lastCode = code.number();
        assertThat(code).as("%s: %s", shown, screen).isNotEqualTo(ExitCode.INTERNAL);
        if (into >= 0) {
            kept(Path.of(words.get(into + 1)), out.toString());
        }
        return screen.toString().lines().toList();
    }

    private static void kept(Path file, String real) throws IOException {
        if (UPDATE) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, real);
        }
        assertThat(file).as("-Ddocs.update=true writes it").hasContent(real);
    }

    @TestFactory
    Stream<DynamicTest> linksLeadSomewhere() throws IOException {
        return DocPage.all().stream()
                .filter(page -> !page.links().isEmpty())
                .map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
                    for (String link : page.links()) {
                        assertThat(leadsSomewhere(page, link))
                                .as("%s: %s", page, link)
                                .isTrue();
                    }
                }));
    }

    private static boolean leadsSomewhere(DocPage page, String link) throws IOException {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target =
                file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || DocPage.read(target).anchors().contains(link.substring(hash + 1));
    }

    /** Checks and joins name themselves in output; whoever reads such a name can look it up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples/controller-0.txt",
                "examples/three-controllers.txt",
                "plan:examples/seed-environment",
                "plan:examples/storage-1500"
            })
    void everyRuleThatOutputNamesIsExplained(String example) {
        StringWriter out = new StringWriter();
        Surroundings surroundings = new Surroundings(out, new StringWriter(), false, false, Map.of());
        for (String command : List.of("map", "check")) {
            new Plumbline(Wiring.parts(), surroundings).run(List.of(command, example, "-o", "json"));
        }
        Set<String> named = RULE.matcher(out.toString())
                .results()
                .map(rule -> rule.group(1))
                .collect(Collectors.toSet());
        named.remove("none");
        assertThat(named).hasSizeGreaterThan(12).isSubsetOf(new PackagedPages().ids());
    }

    @Test
    void everyCheckIsExplained() {
        assertThat(new PackagedPages().ids()).containsAll(Checks.ids());
    }

    @Test
    void theArchitectureNamesWhatIsThere() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .collect(Collectors.toSet());
        }
        List<String> spans = DocPage.read(Path.of("docs/ARCHITECTURE.md")).code();
        assertThat(spans)
                .filteredOn(span -> span.matches("[A-Z][a-z]+[A-Za-z]*"))
                .isNotEmpty()
                .isSubsetOf(classes);
        assertThat(spans)
                .filteredOn(span -> span.matches("(src|docs|examples)/\\S*"))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(Path.of(span)).exists());
    }

    @Test
    void linesLeftOutMayBeAnyButTheOthersMustStandInOrder() {
        List<String> real = List.of("a", "b", "c", "d", "e");
        assertThat(shown("a", "...", "c", "...", "e").shows(real)).isTrue();
        assertThat(shown("...", "e").shows(real)).isTrue();
        assertThat(shown("a", "b", "c", "d", "e").shows(real)).isTrue();
        assertThat(shown("a", "...", "c", "e").shows(real)).isFalse();
        assertThat(shown("b", "...").shows(real)).isFalse();
        assertThat(shown("a", "...", "d", "...", "c", "...", "e").shows(real)).isFalse();
        assertThat(shown("a", "b").shows(real)).isFalse();
    }

    @Test
    void anOutdatedBlockIsRewrittenWithItsMarks() {
        List<String> real = List.of("head 2", "x", "nic5 new", "y", "tail 2");
        assertThat(shown("head 1", "...", "nic5 old", "...", "tail 1").refreshed(real))
                .containsExactly("head 2", "...", "nic5 new", "...", "tail 2");
    }

    private static ShownCommand shown(String... output) {
        return new ShownCommand(1, "plumbline map x", List.of(output));
    }
}
