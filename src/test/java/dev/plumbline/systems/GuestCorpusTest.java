package dev.plumbline.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.NicAlias;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.systems.osnetconfig.NicOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real outputs, where the corpus is at hand: what three versions of os-net-config did, and captures of machines. */
class GuestCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("plumbline.corpus", "../shared/corpus"));

    @Test
    void numbersNicsAsOsNetConfigDoes() {
        int compared = 0;
        for (Path folder : oracle()) {
            boolean plain = Stream.of("mapping.yaml", "dpdk_mapping.yaml", "sriov_config.yaml")
                    .noneMatch(file -> Files.exists(folder.resolve(file)));
            if (plain) {
                assertThat(NicOrder.aliases(candidates(folder)))
                        .as(folder.toString())
                        .isEqualTo(mapping(folder, "train"));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    /** name, MAC, operstate, PCI address; then key=value. */
    private static List<NicOrder.Candidate> candidates(Path folder) {
        List<NicOrder.Candidate> candidates = new ArrayList<>();
        for (String line : text(folder.resolve("interfaces.txt")).lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 4 && !line.startsWith("#")) {
                boolean known = !words[1].equals("-") && !words[2].equals("-") && !words[3].equals("-");
                candidates.add(new NicOrder.Candidate(words[0], words[2], known && !line.contains("physfn=")));
            }
        }
        return candidates;
    }

    @Test
    void readsTheMappingFromTheLogsOfEachVersion() {
        Reader log = AllReaders.named("os-net-config-log");
        int read = 0;
        for (Path folder : oracle()) {
            for (String version : List.of("train", "wallaby", "master")) {
                Observation observation = observation(
                        folder.resolve("expected/" + version + ".log"),
                        Command.of("os-net-config", "-c", "f", "-v", "--noop"));
                Map<String, String> aliases = new HashMap<>();
                log.read(observation).facts().stream()
                        .filter(NicAlias.class::isInstance)
                        .map(NicAlias.class::cast)
                        .forEach(alias -> aliases.put(alias.alias(), alias.device()));
                if (!aliases.isEmpty()) {
                    assertThat(mapping(folder, version))
                            .as("%s %s", folder, version)
                            .containsAllEntriesOf(aliases);
                    assertThat(aliases).hasSameSizeAs(mapping(folder, version));
                    read++;
                }
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void readsTheSampleConfigurationsWithoutProblems() {
        Reader config = AllReaders.named("os-net-config-file");
        Set<String> trouble = new TreeSet<>();
        for (Path folder : oracle()) {
            for (String file : List.of("input.json", "input.yaml")) {
                if (Files.exists(folder.resolve(file))
                        && folder.getFileName().toString().startsWith("sample-")) {
                    Command cat = Command.of("cat", "/etc/os-net-config/config" + file.substring(5));
                    config.read(observation(folder.resolve(file), cat))
                            .problems()
                            .forEach(problem -> trouble.add(folder.getFileName() + " " + problem.message()));
                }
            }
        }
        // Its file holds a list of changes for a machine that is already configured.
        assertThat(trouble).allMatch(problem -> problem.startsWith("sample-dcb_day2_sample-yaml"));
    }

    @Test
    void allOutputsOfOneCaptureTellTheSamePorts() {
        Path captures = CORPUS.resolve("captures");
        assumeTrue(Files.isDirectory(captures));
        int guests = 0;
        for (Path show :
                files(captures).filter(path -> path.endsWith("ovs-vsctl_show")).toList()) {
            Set<String> ports = ports("ovs-vsctl-show", show, Command.of("ovs-vsctl", "show"));
            Path datapath = show.resolveSibling("ovs-appctl_dpctl.show");
            assertThat(ports("ovs-dpif-show", datapath, Command.of("ovs-appctl", "dpctl/show")))
                    .isEqualTo(ports);
            guests++;
        }
        assertThat(guests).isPositive();
    }

    private static Set<String> ports(String reader, Path file, Command command) {
        return AllReaders.named(reader).read(observation(file, command)).facts().stream()
                .filter(OvsPort.class::isInstance)
                .map(OvsPort.class::cast)
                .map(port -> port.device() + " on " + port.bridge())
                .collect(Collectors.toSet());
    }

    @Test
    void theListAndTheXmlOfOneDomainTellTheSameNics() {
        Path captures = CORPUS.resolve("captures");
        assumeTrue(Files.isDirectory(captures));
        int domains = 0;
        for (Path list : files(captures)
                .filter(path -> path.endsWith("virsh_domiflist_1"))
                .toList()) {
            Set<String> nics = nics("virsh-domiflist", list, Command.of("virsh", "domiflist", "1"));
            Path xml = list.resolveSibling("virsh_dumpxml_1");
            assertThat(nics("domain-xml", xml, Command.of("virsh", "dumpxml", "1")))
                    .isEqualTo(nics)
                    .isNotEmpty();
            domains++;
        }
        assertThat(domains).isPositive();
    }

    private static Set<String> nics(String reader, Path file, Command command) {
        return AllReaders.named(reader).read(observation(file, command)).facts().stream()
                .filter(DomainNic.class::isInstance)
                .map(DomainNic.class::cast)
                .map(nic -> nic.order() + " " + nic.target() + " " + nic.mac() + " " + nic.model())
                .collect(Collectors.toSet());
    }

    private static List<Path> oracle() {
        Path folder = CORPUS.resolve("os-net-config");
        assumeTrue(Files.isDirectory(folder));
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> mapping(Path folder, String version) {
        Document expected = Document.json(observation(folder.resolve("expected/" + version + ".json"), Command.of()));
        Map<String, String> mapping = new HashMap<>();
        expected.root().at("mapping").fields().forEach((alias, device) -> mapping.put(alias, ((Tree) device).text()));
        return mapping;
    }

    private static Observation observation(Path file, Command command) {
        List<Line> lines = new ArrayList<>();
        text(file).lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        return new Observation(
                "corpus",
                file.getFileName().toString(),
                Vantage.of(Scope.guest("", "g"), Standing.STATED),
                command,
                "",
                Filter.NONE,
                new Line(0, ""),
                lines);
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
