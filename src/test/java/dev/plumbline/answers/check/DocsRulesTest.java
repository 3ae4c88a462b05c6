package dev.plumbline.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.plan.review.Reviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule about a network or its manifests has a page in docs/rules, of one form, and every page is a rule's. */
class DocsRulesTest {

    private static final Path PAGES = Path.of("docs/rules");

    private static final List<String> HEADINGS = List.of(
            "## Finds",
            "## Severity",
            "## What breaks",
            "## How to mend",
            "## Evidence",
            "## Not judged",
            "## Fails",
            "## Passes");

    private static List<String> ids() {
        return Stream.concat(Checks.ids().stream(), Reviews.ids().stream()).toList();
    }

    @Test
    void everyRuleHasAPageAndEveryPageIsARules() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.md$", "")))
                    .containsExactlyInAnyOrderElementsOf(ids());
        }
    }

    @Test
    void everyPageHasOneForm() throws IOException {
        for (String id : ids()) {
            List<String> headings = Files.readAllLines(PAGES.resolve(id + ".md")).stream()
                    .filter(line -> line.startsWith("#"))
                    .toList();
            assertThat(headings)
                    .as(id)
                    .startsWith("# " + id)
                    .endsWith(HEADINGS.toArray(String[]::new))
                    .hasSize(9);
        }
    }
}
