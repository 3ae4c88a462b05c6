package dev.plumbline.plan.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.systems.ApiResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The operator's own examples of what it refuses and takes. */
@EnabledIf("isThere")
class ReviewCorpusTest {

    private static final Path ROOT = Corpus.ROOT.resolve("osp-director");

    static boolean isThere() {
        return Files.isDirectory(ROOT);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().endsWith("errors.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatTheOperatorsTestsWantRefusedIsRefused() throws IOException {
        List<Path> files = files("kuttl/openstacknetconfig_error_validation");

        assertThat(files)
                .hasSize(3)
                .allSatisfy(file -> assertThat(Reviewing.remarks(Reviewing.resources(file), List.of()))
                        .as(file.getFileName().toString())
                        .anyMatch(Remark::refused));
    }

    @Test
    void aDeployedEnvironmentHasNoErrors() throws IOException {
        List<ApiResource> given = new ArrayList<>();
        files("seed-environment").forEach(file -> given.addAll(Reviewing.resources(file)));

        assertThat(Reviewing.text(Reviewing.remarks(given, List.of()))).doesNotContain("ERROR", "WARNING");
    }

    @Test
    void theSampleNetConfigsAreTakenButForOneWithoutADomain() throws IOException {
        for (Path file : files("samples")) {
            if (file.toString().contains("openstacknetconfig")) {
                assertThat(Reviewing.remarks(Reviewing.resources(file), List.of()).stream()
                                .filter(Remark::refused)
                                .map(Remark::rule)
                                .toList())
                        .as(file.getFileName().toString())
                        .isEqualTo(file.toString().contains("multi_subnet") ? List.of("domain-name") : List.of());
            }
        }
    }
}
