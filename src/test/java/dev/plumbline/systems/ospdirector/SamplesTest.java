package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.systems.ApiResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** The operator's own samples. Runs where the reference data lies. */
@EnabledIf("isThere")
class SamplesTest {

    private static final Path FOLDER = Corpus.ROOT.resolve("osp-director/samples");
    private static final Path NETS = FOLDER.resolve("osp-director_v1beta1_openstacknetconfig.yaml");

    static boolean isThere() {
        return FOLDER.toFile().isDirectory();
    }

    @TestFactory
    List<DynamicTest> eachIsReadAndDerivedWithoutAProblem() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
                    .toList();
        }
    }

    /** Whatever is no OpenStackNetConfig itself stands on the networks of the full sample. */
    private static void check(Path file) {
        List<ApiResource> resources = new ArrayList<>(Manifests.file(file));
        if (resources.stream().noneMatch(each -> each.kind().equals("OpenStackNetConfig"))) {
            resources.addAll(Manifests.file(NETS));
        }
        InputsReader.Result read = InputsReader.read(resources);
        assertThat(read.problems()).isEmpty();
        for (DirectorInputs inputs : read.inputs()) {
            Derived derived = Director.derive(inputs);
            // Redis and OVNDBs want an address of one pool each, and Go serves them in random order.
            assertThat(derived.obstacles()).allMatch(each -> each.rule().equals("address-order-open"));
            assertThat(derived.objects()).isNotEmpty();
        }
    }
}
