package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A folder a case: resources, and what the operator makes of them. {@code objects.yaml} holds all objects,
 * {@code addresses.txt} who has which address and where that stands in the manifests, with problems and obstacles behind.
 * {@code -Dgolden.update=true} writes both.
 */
class DirectorCasesTest {

    private static final Path CASES = Path.of("src/test/resources/ospdirector");

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
                    .toList();
        }
    }

    private static void check(Path folder) throws IOException {
        InputsReader.Result read = InputsReader.read(Manifests.folder(folder.resolve("resources")));
        Derived derived = Director.derive(read.inputs().getFirst());
        compare(folder.resolve("expected/objects.yaml"), Yaml.of(derived.objects()));
        compare(folder.resolve("expected/addresses.txt"), addresses(derived, read.problems()));
    }

    private static String addresses(Derived derived, List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        derived.addresses().hosts().values().forEach(host -> {
            out.append(host.name())
                    .append(" (")
                    .append(host.role())
                    .append(", ")
                    .append(host.use())
                    .append(")\n");
            host.bySubnet()
                    .forEach((subnet, each) -> out.append("  ")
                            .append(subnet)
                            .append(' ')
                            .append(each.value().text())
                            .append(' ')
                            .append(each.basis())
                            .append(" \"")
                            .append(each.value().spot().origin().text())
                            .append("\"\n"));
        });
        derived.removedHosts()
                .forEach(host -> out.append("removed ").append(host).append('\n'));
        problems.forEach(each -> out.append("problem ").append(each.message()).append('\n'));
        derived.obstacles()
                .forEach(each -> out.append("obstacle ")
                        .append(each.rule())
                        .append(": ")
                        .append(each.what())
                        .append(" at \"")
                        .append(each.at().spot().origin().text())
                        .append("\"\n"));
        return out.toString();
    }

    private static void compare(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual.lines().collect(Collectors.toList()))
                .as(file.toString())
                .isEqualTo(Files.readAllLines(file));
    }
}
