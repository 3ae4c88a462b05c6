package dev.plumbline.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.MapExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract of {@code -o json}, field by field, and its schema. */
class JsonContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    static List<MapAnswer> answers() {
        return List.of(MapExamples.sevenNics(), MapExamples.odd());
    }

    private final JsonNode tree = JSON.readTree(new JsonView().text(MapExamples.sevenNics()));
    private final JsonNode machine = tree.at("/machines/0");
    private final JsonNode nic5 = machine.at("/nics/4");
    private final JsonNode nic3 = machine.at("/nics/2");

    @Test
    void theTopHoldsAllListsInTheirOrder() {
        assertThat(tree.propertyNames())
                .containsExactly(
                        "apiVersion",
                        "kind",
                        "sources",
                        "machines",
                        "others",
                        "segments",
                        "needs",
                        "findings",
                        "skipped",
                        "unread",
                        "builtInstead");
        assertThat(tree.at("/apiVersion").stringValue()).isEqualTo("plumbline.dev/v1");
        assertThat(tree.at("/kind").stringValue()).isEqualTo("Map");
        assertThat(tree.at("/sources/0")).isEqualTo(json("{'name':'session.txt','kind':'transcript'}"));
    }

    @Test
    void aMachineStandsWhereItsActivePlacementIs() {
        assertThat(machine.propertyNames())
                .containsExactly("kind", "namespace", "name", "state", "node", "pod", "placements", "nics");
        assertThat(machine.at("/node").stringValue()).isEqualTo("rack-2");
        assertThat(machine.at("/placements/0").propertyNames())
                .containsExactly("role", "node", "pod", "podUid", "verdict", "rule", "premises", "evidence");
        assertThat(machine.at("/placements/0/verdict").stringValue()).isEqualTo("proven");
    }

    @Test
    void aNicHasItsNamesAddressesNetworkAndPath() {
        assertThat(nic5.propertyNames())
                .containsExactly(
                        "ref",
                        "nic",
                        "alias",
                        "name",
                        "mac",
                        "mtu",
                        "addresses",
                        "network",
                        "verdict",
                        "state",
                        "end",
                        "otherPaths",
                        "hops");
        assertThat(nic5.at("/ref").stringValue()).isEqualTo("nic5");
        assertThat(nic5.at("/mac").stringValue()).isEqualTo("02:20:00:00:00:05");
        assertThat(nic5.at("/mtu").intValue()).isEqualTo(9000);
        assertThat(nic5.at("/addresses/0/basis").stringValue()).isEqualTo("configured");
        assertThat(nic5.at("/network/name").stringValue()).isEqualTo("stor");
        assertThat(nic5.at("/network/verdict").stringValue()).isEqualTo("inferred");
        assertThat(nic5.at("/verdict").stringValue()).isEqualTo("proven");
        assertThat(nic5.at("/end").stringValue()).isEqualTo("nic");
    }

    @Test
    void aHopHasItsDeviceItsStepAndWhatShowsIt() {
        JsonNode tap = nic5.at("/hops/1");
        assertThat(tap.propertyNames())
                .containsExactly(
                        "scope",
                        "name",
                        "kind",
                        "ifindex",
                        "mac",
                        "mtu",
                        "state",
                        "step",
                        "verdict",
                        "rule",
                        "evidence",
                        "premises",
                        "also",
                        "members",
                        "candidates",
                        "needs",
                        "findings",
                        "why");
        assertThat(tap.at("/scope").stringValue()).isEqualTo("pod/cloud/virt-launcher-ctl-0-x7k2p");
        assertThat(tap.at("/step").stringValue()).isEqualTo("virtio");
        assertThat(tap.at("/rule").stringValue()).isEqualTo("domain-mac");
        assertThat(tap.at("/evidence/0"))
                .isEqualTo(json("{'source':'session.txt','file':null,'line':103,'pointer':null,"
                        + "'text':'tap4 bridge 02:20:00:00:00:05'}"));
    }

    @Test
    void theFirstHopHasNoStep() {
        assertThat(nic5.at("/hops/0/step").isNull()).isTrue();
        assertThat(nic5.at("/hops/0/rule").stringValue()).isEqualTo("seen");
    }

    @Test
    void aNeedStandsAtTheWeakHopThatItSettlesOnly() {
        assertThat(nic3.at("/hops/1/verdict").stringValue()).isEqualTo("inferred");
        assertThat(nic3.at("/hops/1/needs")).isEqualTo(json("['n1']"));
        assertThat(nic3.at("/hops/0/needs")).isEqualTo(json("[]"));
    }

    @Test
    void aNeedThatNamesADeviceStandsAtThatDevice() {
        assertThat(nic5.at("/hops/5/name").stringValue()).isEqualTo("br-data");
        assertThat(nic5.at("/hops/5/needs")).isEqualTo(json("['n2']"));
    }

    @Test
    void aFindingStandsAtTheDeviceItConcerns() {
        assertThat(nic5.at("/hops/4/name").stringValue()).isEqualTo("vethbb05");
        assertThat(nic5.at("/hops/4/findings")).isEqualTo(json("['f1']"));
        assertThat(tree.at("/findings/0/severity").stringValue()).isEqualTo("warning");
    }

    @Test
    void aGapHasNoNameAndNoKind() {
        JsonNode odd = JSON.readTree(new JsonView().text(MapExamples.odd()));
        JsonNode gap = odd.at("/machines/1/nics/0/hops/1");
        assertThat(gap.at("/name").isNull()).isTrue();
        assertThat(gap.at("/kind").isNull()).isTrue();
        assertThat(gap.at("/verdict").stringValue()).isEqualTo("unknown");
        assertThat(gap.at("/why").stringValue()).isEqualTo("no bridge listing of the pod");
    }

    @Test
    void forksCandidatesWitnessesAndOtherPathsAreTold() {
        JsonNode odd = JSON.readTree(new JsonView().text(MapExamples.odd()));
        JsonNode bond = odd.at("/machines/1/nics/2/hops/7");
        JsonNode member = odd.at("/machines/1/nics/2/hops/8");
        assertThat(member.at("/name").stringValue()).isEqualTo("ens1");
        assertThat(member.at("/members").findValuesAsString("name")).containsExactly("ens1", "ens2");
        assertThat(bond.at("/also/0/says").stringValue()).isEqualTo("Slave Interface: ens1");
        assertThat(odd.at("/machines/1/nics/1/hops/1/candidates").findValuesAsString("name"))
                .containsExactly("tap1", "tap2");
        assertThat(odd.at("/machines/1/nics/2/otherPaths/0/state").stringValue())
                .isEqualTo("target");
        assertThat(odd.at("/machines/0/namespace").isNull()).isTrue();
        assertThat(odd.at("/unread/0/message").stringValue())
                .isEqualTo("must gather.tar/nodes/x/ip_link:3: end of text; expected a value");
    }

    @Test
    void strangersSegmentsAndSkippedOutputsAreTold() {
        assertThat(tree.at("/others/0"))
                .isEqualTo(json("{'scope':'node/rack-2','name':'vethaa01','on':'br-ctl',"
                        + "'verdict':'unknown','why':'not this VM\\u0027s, owner unknown'}"));
        assertThat(tree.at("/segments/0"))
                .isEqualTo(json("{'scope':'node/rack-2','bridge':'br-ctl','vlan':null,"
                        + "'vlansSeen':false,'devices':['vethbb02','ens1']}"));
        assertThat(tree.at("/skipped/0"))
                .isEqualTo(json("{'source':'session.txt','file':null,'line':9,"
                        + "'command':'uptime','why':'tells nothing of the network'}"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theSchemaHolds(MapAnswer answer) throws IOException {
        assertThat(errors(new JsonView().text(answer))).isEmpty();
    }

    @Test
    void theSchemaMissesAFieldThatIsLeftOut() throws IOException {
        ((ObjectNode) nic5.at("/hops/0")).remove("mtu");
        assertThat(errors(JSON.writeValueAsString(tree))).isNotEmpty();
    }

    @Test
    void theSchemaRefusesAnUnknownVerdict() throws IOException {
        ((ObjectNode) nic5.at("/hops/0")).put("verdict", "PROVEN");
        assertThat(errors(JSON.writeValueAsString(tree))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void yamlIsTheSameTree(MapAnswer answer) {
        assertThat(new YAMLMapper().readTree(new YamlView().text(answer)))
                .isEqualTo(JSON.readTree(new JsonView().text(answer)));
    }

    @Test
    void hostileNamesSurviveUnchanged() {
        JsonNode hostile = JSON.readTree(new JsonView().text(MapExamples.hostile()));
        String name = MapExamples.hostile().topology().machines().getFirst().name();
        assertThat(hostile.at("/machines/0/name").stringValue()).isEqualTo(name);
    }

    private static List<Error> errors(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schema/map-v1.json")));
        return schema.validate(json, InputFormat.JSON);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
