package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command has a page of one form, which names its forms of output and all of its options. */
class CommandPagesTest {

    private static final Path PAGES = Path.of("docs/commands");
    private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:-\\w, )? *(--[a-z-]+)");

    private final Commands commands = Commands.of(new Parts(
            (source, _) -> {
                throw new SourceException(source.getFirst(), "not read here");
            },
            new Plans(),
            new PackagedPages(),
            Optional.of((_, _, _, _) -> Set.of())));

    @TestFactory
    Stream<DynamicTest> pagesTellWhatHelpTells() {
        return commands.all().stream()
                .map(command -> DynamicTest.dynamicTest(command.name(), () -> {
                    String page = Files.readString(PAGES.resolve(command.name() + ".md"));
                    assertThat(page).startsWith("# plumbline " + command.name() + "\n\n" + command.summary() + ".\n");
                    // A page that explain prints has heads of its own, inside its fence.
                    assertThat(page.replaceAll("(?ms)^```.*?^```", "").lines().filter(line -> line.startsWith("## ")))
                            .containsExactly(
                                    "## Description", "## Usage", "## Options", "## Examples", "## Exit codes");
                    assertThat(command.forms())
                            .allSatisfy(form -> assertThat(page).contains("`" + form + "`"));
                    List<String> options = OPTION.matcher(new OptionParser(command).help())
                            .results()
                            .map(option -> option.group(1))
                            .toList();
                    assertThat(options)
                            .hasSizeGreaterThan(10)
                            .allSatisfy(option -> assertThat(page).contains("`" + option));
                }));
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(commands.all().stream()
                            .map(command -> command.name() + ".md")
                            .toList());
        }
    }
}
