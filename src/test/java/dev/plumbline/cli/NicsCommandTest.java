package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole command lines of nics. */
class NicsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aMachine() throws IOException {
        write("config.yaml", """
                network_config:
                - {type: interface, name: nic1}
                - type: ovs_bridge
                  name: br-data
                  members:
                  - {type: interface, name: nic3, primary: true}
                """);
        write("nics.txt", """
                lo 00:00:00:00:00:00 unknown -
                ens1 0a:00:5e:00:40:01 up 0000:01:00.0
                ens2 0a:00:5e:00:40:02 up 0000:02:00.0
                ens3 0a:00:5e:00:40:03 up 0000:03:00.0
                ens4 0a:00:5e:00:40:04 down 0000:04:00.0
                """);
    }

    @Test
    void tellsAliasesMessagesAndWhatWouldMove() {
        assertThat(nics("--add", "ens1d1")).isEqualTo(0);
        assertThat(out).hasToString("""
                os-net-config 16.2 (stable/train): 3 NICs with an alias

                ALIAS  DEVICE  WHY             USED BY
                nic1   ens1    active, 1 of 3  interface
                nic2   ens2    active, 2 of 3
                nic3   ens3    active, 3 of 3  br-data

                NO ALIAS
                  ens4  not active: down

                No warning and no error: exit 0, 3 files written

                WHAT IF
                  ens1    down or gone  nic1=ens2 nic2=ens3 nic3=-; fails: Unable to read mac address: nic3
                  ens2    down or gone  nic2=ens3 nic3=-; fails: Unable to read mac address: nic3
                  ens3    down or gone  nic3=-; fails: Unable to read mac address: nic3
                  ens4    up            nic4=ens4
                  ens1d1  added         nic2=ens1d1 nic3=ens2 nic4=ens3
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void rowsOnlyWithoutHeaders() {
        assertThat(nics("--no-headers")).isEqualTo(0);
        assertThat(out.toString().lines()).hasSize(3).first().asString().startsWith("nic1  ens1");
    }

    @Test
    void jsonHoldsTheMapping() throws IOException {
        write("mapping.yaml", "interface_mapping: {nic1: ens3}\n");
        assertThat(nics("--mapping", folder + "/mapping.yaml", "--release", "17.1", "-o", "json"))
                .isEqualTo(1);
        JsonNode tree = new JsonMapper().readTree(out.toString());
        assertThat(tree.at("/apiVersion").stringValue()).isEqualTo("plumbline.dev/v1");
        assertThat(tree.at("/kind").stringValue()).isEqualTo("NicMapping");
        assertThat(tree.at("/nics")).hasToString("{\"nic1\":\"ens3\",\"nic2\":\"ens2\"}");
        assertThat(tree.at("/messages/0"))
                .hasToString(
                        "{\"level\":\"WARNING\",\"text\":\"no mapping for interface ens1 because nic1 is mapped to ens3\"}");
        assertThat(tree.at("/exit").intValue()).isEqualTo(1);
        assertThat(tree.at("/strays/0/name").stringValue()).isEqualTo("nic3");
    }

    @Test
    void aMappingByMacNeedsAListingWithMacs() throws IOException {
        write("mapping.yaml", "interface_mapping: {nic1: '0a:00:5e:00:40:03'}\n");
        write(
                "nics.txt",
                "lrwxrwxrwx 1 root root 0 Jan  9 08:00 ens4 -> ../../devices/pci0000:00/0000:00:04.0/net/ens4\n");
        assertThat(nics("--mapping", folder + "/mapping.yaml")).isEqualTo(3);
        assertThat(err.toString()).contains("shows no MACs", "ip -j -d link");
    }

    @Test
    void aLineThatIsNotUnderstoodCostsItselfAlone() throws IOException {
        write("nics.txt", Files.readString(folder.resolve("nics.txt")) + "ens9 ???\n");
        assertThat(nics()).isEqualTo(3);
        assertThat(out.toString()).contains("nic3   ens3");
        assertThat(err.toString()).contains("nics.txt:6: 'ens9 ???'; expected NAME MAC");
    }

    @Test
    void wrongUsageAndMissingFiles() {
        assertThat(run("nics", folder + "/config.yaml")).isEqualTo(2);
        assertThat(run("nics", "--links", folder + "/nics.txt")).isEqualTo(2);
        assertThat(nics("--release", "18")).isEqualTo(2);
        assertThat(nics("--mapping", folder + "/none.yaml")).isEqualTo(4);
        assertThat(run("nics", folder + "/none.json", "--links", folder + "/nics.txt"))
                .isEqualTo(4);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("--links is missing", "takes one CONFIG", "--release 18", "none.yaml: no such file");
    }

    @Test
    void anySourceWithOneGuestWillDo() {
        assertThat(run("nics", folder + "/config.yaml", "--links", "examples/controller-0.txt", "-o", "json"))
                .isEqualTo(0);
        JsonNode tree = new JsonMapper().readTree(out.toString());
        assertThat(tree.at("/nics/nic5").stringValue()).isEqualTo("enp5s0");
        assertThat(tree.at("/premises/0").stringValue()).startsWith("no output shows their hardware");
    }

    @Test
    void ofSeveralGuestsNoneIsChosen() {
        assertThat(run("nics", folder + "/config.yaml", "--links", "examples/three-controllers.txt"))
                .isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("links of several guests", "guest/");
    }

    @Test
    void whatTheListingCannotShowIsSaid() throws IOException {
        write(
                "dpdk.yaml",
                "- {name: ens7, pci_address: '0000:07:00.0', mac_address: '0a:00:5e:00:40:07', driver: vfio-pci}\n");
        assertThat(nics("--dpdk-mapping", folder + "/dpdk.yaml")).isEqualTo(0);
        assertThat(out.toString())
                .contains("nic4   ens7    dpdk_mapping.yaml, 4 of 4")
                .endsWith(
                        "TAKEN AS GIVEN\n  no listing shows NICs bound to DPDK, taken for no virtual functions: ens7\n");
    }

    @Test
    void namesFromInputCannotDriveTheTerminal() throws IOException {
        write("mapping.yaml", "interface_mapping: {\"a\\e[2Jb\": ens1, c: \"x\\ny\"}\n");
        assertThat(nics("--mapping", folder + "/mapping.yaml")).isEqualTo(0);
        assertThat(out.toString()).doesNotContain("\u001b").contains("a\ufffd[2Jb");
    }

    private int nics(String... more) {
        List<String> words =
                new java.util.ArrayList<>(List.of("nics", folder + "/config.yaml", "--links", folder + "/nics.txt"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        Surroundings surroundings = new Surroundings(out, err, false, false, Map.of());
        return new Plumbline(Wiring.parts(), surroundings).run(List.of(words)).number();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
