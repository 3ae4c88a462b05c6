package dev.plumbline.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.cli.Cli;
import dev.plumbline.lab.Ground;
import dev.plumbline.lab.ground.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every fault of a lab is shown by what docs/faults.md says, where it was made, and by nothing before. */
class CatalogueTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static BrokenLab lab;
    private static List<String> before;

    @BeforeAll
    static void up() throws Exception {
        Ground.forLabs();
        lab = BrokenLab.up(folder);
        assertThat(findings()).isEmpty();
        before = differences();
    }

    @AfterAll
    static void down() {
        if (lab != null) {
            lab.down();
        }
    }

    @AfterEach
    void heal() throws LabException {
        lab.faults().heal();
    }

    static List<String> names() {
        return Catalogue.all().stream().map(Fault::name).toList();
    }

    private static List<JsonNode> findings() {
        Cli.Said said = lab.plumbline("check", "lab:" + BrokenLab.NAME, "-o", "json");
        assertThat(said.code()).as(said.err()).isLessThan(2);
        return MAPPER.readTree(said.out()).path("findings").valueStream().toList();
    }

    /** Lines of diff, without the columns' widths and the places in files. */
    private static List<String> differences() {
        Cli.Said said = lab.plumbline("diff", "plan:" + lab.manifests(), "lab:" + BrokenLab.NAME);
        assertThat(said.code()).as(said.err()).isLessThan(2);
        return said.out()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.replaceAll("  +", "  ").replaceFirst("  [AB] \\S+:\\d.*$", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void fault(String name) throws Exception {
        Fault fault = Catalogue.named(name).orElseThrow();
        Faults.Active made = null;
        try {
            made = lab.faults().make(fault, "");
        } catch (LabException refused) {
            assumeTrue(false, refused.says());
        }
        switch (fault.shows()) {
            case Fault.Shows.Finding(String rule) -> {
                String at = made.at();
                assertThat(findings()).as("%s at %s", name, at).anySatisfy(finding -> {
                    assertThat(finding.path("rule").asString("")).isEqualTo(rule);
                    assertThat(tells(finding, at)).as("%s", finding).isTrue();
                });
            }
            case Fault.Shows.Difference(String field) -> {
                List<String> now = differences();
                assertThat(now.stream().filter(line -> !before.contains(line)))
                        .as("%s at %s", name, made.at())
                        .anySatisfy(line -> assertThat(line).contains(field));
            }
            case Fault.Shows.Nothing(String how) -> {
                assertThat(how).isNotBlank();
                assertThat(findings())
                        .as("it is seen: the catalogue should say so")
                        .isEmpty();
            }
        }
        lab.faults().heal();
        assertThat(findings()).isEmpty();
    }

    /** It names the device, another of its place, or whom the device serves: a guest's by the example's nicN too. */
    private static boolean tells(JsonNode finding, String at) {
        String place = at.substring(0, at.indexOf(':'));
        String device = at.substring(at.indexOf(':') + 1);
        Stream<String> where = finding.path("where").valueStream().map(each -> each.asString(""));
        Stream<String> affects = finding.path("affects").valueStream().map(each -> each.asString(""));
        return where.anyMatch(each -> each.equals(at) || each.startsWith(place + ":"))
                || affects.anyMatch(each -> (each.endsWith("/" + device)
                                || each.endsWith("/" + device.replaceFirst("^enp(\\d+)s0$", "nic$1")))
                        && place.endsWith("/" + each.substring(0, each.indexOf('/'))));
    }

    @Test
    void the_page_has_a_row_for_each_and_no_other() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/faults.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .extracting(row -> row.substring(3, row.indexOf('`', 3)))
                .containsExactlyInAnyOrderElementsOf(names());
        for (Fault fault : Catalogue.all()) {
            assertThat(rows)
                    .anySatisfy(row -> assertThat(row)
                            .startsWith("| `" + fault.name() + "` |")
                            .endsWith("| " + fault.shows() + " |"));
            assertThat(fault.name()).matches("[a-z]+(-[a-z]+)*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "port-detached, controller-1/nic5, node/ostest-worker-1:veth",
        "port-detached, vm/controller-0:nic4, node/ostest-worker-1:veth",
        "tap-down, controller-1/enp5s0, pod/openstack/virt-launcher-controller-1-",
        "bridge-down, node/ostest-worker-1:br-osp, node/ostest-worker-1:br-osp",
        "address-missing, controller-1:br-tenant, guest/openstack/controller-1:br-tenant",
        "mtu-lowered, pod/virt-launcher-controller-0, pod/openstack/virt-launcher-controller-0-",
        "uplink-down, node/ostest-worker-1, node/ostest-worker-1:enp"
    })
    void a_place_is_named_as_targets_are(String fault, String at, String where) throws Exception {
        Faults.Active made = lab.faults().make(Catalogue.named(fault).orElseThrow(), at);
        assertThat(made.at()).startsWith(where);
        assertThat(lab.faults().active()).containsExactly(made);
        Cli.Said status = lab.lab("status");
        assertThat(status.out()).contains("FAULTS\n  " + made.fault() + "  " + made.at() + "\n");
        Cli.Said healed = lab.lab("heal", fault, made.at());
        assertThat(healed.code()).as(healed.err()).isZero();
        assertThat(healed.out()).isEqualTo("healed " + made.fault() + " at " + made.at() + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node/nowhere",
                "controller-9",
                "controller-0/nic99",
                "../../etc",
                "fabric",
                "controller-0:lo; reboot",
                "net/storage",
                "192.0.2.1",
                "$(id)",
                "--dev"
            })
    void a_place_that_is_none_is_refused_in_one_line(String at) throws Exception {
        Cli.Said said = lab.lab("break", "port-detached", "--", at);
        assertThat(said.code()).isIn(2, 4);
        assertThat(said.err().strip()).startsWith("plumbline: port-detached: ").doesNotContain("\n");
        assertThat(lab.faults().active()).isEmpty();
    }

    @Test
    void a_fault_that_is_none_is_refused_with_those_there_are() {
        Cli.Said said = lab.lab("break", "x".repeat(4_000));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).hasSizeLessThan(2_000).contains("mtu-lowered");
        assertThat(lab.lab("heal", "veth-down").code()).isEqualTo(4);
        assertThat(lab.lab("heal").err()).contains("there is no fault to heal");
        assertThat(lab.lab("faults").out()).contains("frozen-fdb", "check: fdb-pinned");
    }

    @Test
    void there_are_enough() {
        assertThat(Catalogue.all()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(names()).doesNotHaveDuplicates();
    }
}
