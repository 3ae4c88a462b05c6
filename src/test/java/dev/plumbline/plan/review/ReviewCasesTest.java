package dev.plumbline.plan.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.plan.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder a rule: {@code manifest.yaml}, {@code existing.yaml} where the cluster holds something already, and the
 * {@code remarks} of all rules on them.
 */
class ReviewCasesTest {

    private static final Path ROOT = Path.of("src/test/resources/review");

    static List<Path> folders() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void remarks(Path folder) throws IOException {
        List<Remark> remarks = Reviewing.remarks(
                Reviewing.resources(folder.resolve("manifest.yaml")),
                Reviewing.resources(folder.resolve("existing.yaml")));
        String found = Reviewing.text(remarks);
        Path expected = folder.resolve("remarks");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found);
        }

        assertThat(found).isEqualTo(Files.readString(expected));
        assertThat(remarks)
                .allSatisfy(remark -> assertThat(remark.at().origin().line()).isPositive());
        String rule = folder.getFileName().toString();
        if (!rule.equals("clean")) {
            assertThat(remarks).extracting(Remark::rule).contains(rule);
        }
    }

    @Test
    void everyRuleHasACase() {
        assertThat(folders())
                .extracting(folder -> folder.getFileName().toString())
                .containsAll(Reviews.ids())
                .hasSize(Reviews.ids().size() + 1)
                .contains("clean");
    }
}
