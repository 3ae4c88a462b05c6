package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.systems.ApiResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** One real environment, all of whose derived objects are known. Runs where the reference data lies. */
@EnabledIf("isThere")
class SeedEnvironmentTest {

    private static final Path FOLDER = Corpus.ROOT.resolve("osp-director/seed-environment");

    /** The set of metal nodes beside the environment is not in what was expected of it. */
    private static final List<String> INPUTS = List.of(
            "01-openstacknetconfig.yaml",
            "02-openstackcontrolplane.yaml",
            "03-heat-env-config.yaml",
            "05-openstackconfiggenerator.yaml");

    private static final List<String> EXPECTED = List.of(
            "network-attachment-definitions.yaml",
            "nncps.yaml",
            "openstackclient-pod.yaml",
            "openstackipsets.yaml",
            "openstackmacaddress.yaml",
            "openstacknetattachments.yaml",
            "openstacknets.yaml",
            "openstackvmset.yaml",
            "virtualmachine-controller-0.yaml");

    /** They are kubemacpool's. */
    private static final Predicate<String> MACS_OF_NICS = path -> path.endsWith("/macAddress");

    static boolean isThere() {
        return FOLDER.toFile().isDirectory();
    }

    @TestFactory
    List<DynamicTest> everyExpectedObjectIsDerivedValueForValue() {
        List<ApiResource> resources = INPUTS.stream()
                .flatMap(name -> Manifests.file(FOLDER.resolve(name)).stream())
                .toList();
        InputsReader.Result read = InputsReader.read(resources);
        assertThat(read.problems()).isEmpty();
        Derived derived = Director.derive(read.inputs().getFirst());
        assertThat(derived.obstacles()).isEmpty();
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : EXPECTED) {
            for (ApiResource expected :
                    Manifests.file(FOLDER.resolve("expected").resolve(file))) {
                tests.add(DynamicTest.dynamicTest(
                        expected.kind() + " " + expected.name(),
                        () -> assertThat(differences(expected, derived)).isEmpty()));
            }
        }
        return tests;
    }

    private static List<String> differences(ApiResource expected, Derived derived) {
        return derived.objects().stream()
                .filter(made ->
                        made.kind().equals(expected.kind()) && made.name().equals(expected.name()))
                .findFirst()
                .map(made -> Subset.differences(expected.tree(), made.tree(), MACS_OF_NICS))
                .orElse(List.of("not derived"));
    }

    @Test
    void metalNodesTakeTheFirstFreeAddresses() {
        Derived derived = Director.derive(
                InputsReader.read(Manifests.folder(FOLDER)).inputs().getFirst());
        assertThat(derived.addresses().of("compute-0", "ctlplane"))
                .hasValueSatisfying(address -> assertThat(address.text()).isEqualTo("172.22.0.100/24"));
        assertThat(derived.addresses().of("compute-1", "tenant"))
                .hasValueSatisfying(address -> assertThat(address.text()).isEqualTo("172.20.0.11/24"));
    }
}
