package dev.plumbline.sources.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.sources.Gathered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The example, and the article that it comes from: thirteen outputs in four places. */
class ExampleTest {

    private static final Path EXAMPLE = Path.of("examples/controller-0.txt");
    private static final Path ARTICLE =
            Path.of(System.getProperty("plumbline.corpus", "../shared/corpus"), "../article/kubevirt-network.md");

    static boolean hasArticle() {
        return Files.exists(ARTICLE);
    }

    @Test
    void theExampleSpeaksOfFourPlaces() throws IOException {
        speaksOfFourPlaces(read(EXAMPLE));
        assertThat(read(EXAMPLE).prose()).isEmpty();
    }

    @Test
    @EnabledIf("hasArticle")
    void theArticleSpeaksOfTheSameFourPlaces() throws IOException {
        Gathered gathered = read(ARTICLE);
        speaksOfFourPlaces(gathered);
        assertThat(gathered.prose().stream()
                        .flatMap(prose -> prose.lines().stream())
                        .map(line -> line.text().strip()))
                .contains("br-ex -- en6s0", "enp7s0 -- tap5", "8. Now we know the network diagram will be:");
    }

    private static Gathered read(Path file) throws IOException {
        return TranscriptReader.read(file.getFileName().toString(), Files.readAllBytes(file), List.of());
    }

    private static void speaksOfFourPlaces(Gathered gathered) {
        Scope pod = Scope.pod("openstack", "virt-launcher-controller-0-hp6w8");
        Scope node = Scope.node("ostest-worker-1");
        Scope guest = Scope.host("controller-0");
        assertThat(gathered.problems()).isEmpty();
        assertThat(gathered.skipped()).isEmpty();
        assertThat(gathered.observations())
                .extracting(Observation::scope)
                .containsExactly(Stream.of(
                                List.of(Scope.ofCluster(), Scope.ofCluster(), Scope.ofCluster()),
                                List.of(node, node, node),
                                List.of(pod, pod, pod, pod),
                                List.of(guest, guest, guest))
                        .flatMap(List::stream)
                        .toArray(Scope[]::new));
        assertThat(gathered.observations())
                .extracting(one -> one.command().line())
                .containsExactly(
                        "oc get vmi",
                        "oc get net-attach-def -n openstack",
                        "oc get net-attach-def $net -n openstack -o yaml",
                        "ip a",
                        "ip a",
                        "ip a",
                        "virsh list",
                        "virsh domiflist 1",
                        "ip link show type bridge",
                        "bridge link show",
                        "ip link",
                        "cat /etc/os-net-config/config.json",
                        "os-net-config -c /etc/os-net-config/config.json -vvv");
        assertThat(gathered.observations())
                .extracting(one -> one.vantage().standing())
                .doesNotContain(Standing.ASSUMED);
        assertThat(gathered.observations().get(3).filter()).isEqualTo(new Filter.Holding("br-ex", false, 0, 0));
        assertThat(gathered.observations().get(2).filter()).isInstanceOf(Filter.Opaque.class);
        assertThat(gathered.observations().get(12).filter()).isEqualTo(new Filter.Part("cut by ..."));
        assertThat(gathered.observations().get(11).lines()).hasSize(128);
    }
}
