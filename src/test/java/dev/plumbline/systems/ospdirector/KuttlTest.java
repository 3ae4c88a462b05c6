package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The operator's own tests on a cluster, step by step: what a step makes is there for the next one. Runs where the
 * reference data lies.
 */
@EnabledIf("isThere")
class KuttlTest {

    private static final Path FOLDER = Corpus.ROOT.resolve("osp-director");

    /** What only a running cluster knows. */
    private static final Pattern OF_THE_CLUSTER = Pattern.compile("OpenStack.* status/conditions"
            + "|OpenStackVMSet status/baseImageDVReady"
            + "|(?:OpenStackVMSet|OpenStackControlPlane) status/provisioningStatus"
            + "|(?:VirtualMachine|NodeNetworkConfigurationPolicy) status");

    /** It holds random passwords. */
    private static final Set<String> NOT_PLANNED = Set.of("Secret");

    private static final String SINGLE_NET = "osp-director_v1beta1_openstacknetconfig_single_net.yaml";
    private static final String SINGLE_NET_6 = "osp-director_v1beta1_openstacknetconfig_single_net_ipv6.yaml";
    private static final String SINGLE_PLANE = "osp-director_v1beta2_openstackcontrolplane_single_net.yaml";
    private static final String ALL_NETS = "osp-director_v1beta1_openstacknetconfig.yaml";
    private static final String PLANE = "osp-director_v1beta2_openstackcontrolplane.yaml";

    static boolean isThere() {
        return FOLDER.toFile().isDirectory();
    }

    /** A cluster with manifests applied to it one after the other. */
    private static final class Cluster {
        private final Map<String, String> manifests = new LinkedHashMap<>();
        private List<ApiResource> made = List.of();
        private Derived derived =
                new Derived(List.of(), List.of(), new HostAddresses(new TreeMap<>()), List.of(), List.of());

        Cluster apply(String sample) {
            manifests.put(sample, read(FOLDER.resolve("samples").resolve(sample)));
            return settle();
        }

        Cluster edit(String sample, UnaryOperator<String> change) {
            String before = manifests.get(sample);
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            manifests.put(sample, after);
            return settle();
        }

        Cluster scale(String sample, int from, int to) {
            return edit(sample, text -> text.replace("roleCount: " + from, "roleCount: " + to));
        }

        Cluster delete(String sample) {
            manifests.remove(sample);
            made = made.stream()
                    .filter(each -> Set.of(
                                    "OpenStackNet",
                                    "OpenStackNetAttachment",
                                    "NodeNetworkConfigurationPolicy",
                                    "NetworkAttachmentDefinition",
                                    "OpenStackMACAddress")
                            .contains(each.kind()))
                    .toList();
            return settle();
        }

        Cluster annotate(String... machines) {
            made = made.stream()
                    .map(each -> List.of(machines).contains(each.name())
                                    && each.kind().equals("VirtualMachine")
                            ? annotated(each)
                            : each)
                    .toList();
            return this;
        }

        private static ApiResource annotated(ApiResource machine) {
            Tree tree = machine.tree();
            Growing metadata = Growing.from(tree);
            tree.at("metadata").fields().forEach(metadata::put);
            metadata.put("annotations", Growing.from(tree).put(Hostnames.DELETE_HOST, "true"));
            Growing all = Growing.from(tree);
            tree.fields().forEach(all::put);
            ApiObject object = new ApiObject(
                    machine.object().observation(),
                    all.put("metadata", metadata).tree());
            return new ApiResource(object, machine.group(), machine.version(), machine.kind());
        }

        private Cluster settle() {
            List<ApiResource> resources = new ArrayList<>(made);
            manifests.forEach((name, text) -> resources.addAll(Manifests.text(name, text)));
            InputsReader.Result read = InputsReader.read(resources);
            assertThat(read.problems()).isEmpty();
            derived = Director.derive(read.inputs().getFirst());
            made = derived.objects().stream().map(Manifests::resource).toList();
            return this;
        }

        DynamicTest meets(String assertion) {
            Derived now = derived;
            return DynamicTest.dynamicTest(assertion, () -> {
                List<String> differences = new ArrayList<>();
                for (ApiResource expected : assertion(assertion)) {
                    if (!NOT_PLANNED.contains(expected.kind())) {
                        differences.addAll(differences(expected, now));
                    }
                }
                assertThat(differences).isEmpty();
            });
        }

        /** None of the objects that the file names is there. */
        DynamicTest lacks(String errors) {
            Derived now = derived;
            return DynamicTest.dynamicTest(errors, () -> {
                List<ApiResource> unwanted = assertion(errors);
                assertThat(unwanted)
                        .isNotEmpty()
                        .allMatch(each -> find(each, now).isEmpty());
            });
        }

        private static List<String> differences(ApiResource expected, Derived derived) {
            return find(expected, derived)
                    .map(made -> Subset.differences(
                            expected.tree(),
                            made.tree(),
                            path -> path.equals("apiVersion")
                                    || OF_THE_CLUSTER
                                            .matcher(expected.kind() + " " + path)
                                            .lookingAt()))
                    .orElse(List.of("not there"))
                    .stream()
                    .map(each -> expected.kind() + " " + expected.name() + " " + each)
                    .toList();
        }

        /** By kind: the tests ask for old versions of KubeVirt's and nmstate's API, too. */
        private static Optional<DerivedObject> find(ApiResource wanted, Derived derived) {
            return Stream.concat(derived.objects().stream(), derived.completed().stream())
                    .filter(made ->
                            made.kind().equals(wanted.kind()) && made.name().equals(wanted.name()))
                    .findFirst();
        }
    }

    /** Two of the files have an empty spec before the true one, which YAML forbids. */
    private static List<ApiResource> assertion(String name) {
        String text = read(FOLDER.resolve("kuttl").resolve(name));
        return Manifests.text(name, text.replace("spec:\nspec:\n", "spec:\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnaryOperator<String> reserve(String host, String kind, String key, String value) {
        return text -> text.replace(
                "  reservations:\n",
                "  reservations:\n    " + host + ":\n      " + kind + ":\n        " + key + ": " + value + "\n");
    }

    private static UnaryOperator<String> reserveNothing(String host) {
        return text -> text.replace("  reservations:\n", "  reservations:\n    " + host + ": {}\n");
    }

    @TestFactory
    List<DynamicTest> addressesAreKeptReservedAndGivenBack() {
        String test = "openstacknetconfig_ip_reservation_ipv4/";
        List<DynamicTest> tests = new ArrayList<>();
        Cluster cluster = new Cluster();
        tests.add(cluster.apply(SINGLE_NET).meets(test + "01-assert.yaml"));
        tests.add(cluster.apply(SINGLE_PLANE).meets(test + "02-assert.yaml"));
        tests.add(cluster.scale(SINGLE_PLANE, 0, 1).meets(test + "03-assert.yaml"));
        cluster.edit(SINGLE_NET, reserve("controller-1", "ipReservations", "ctlplane", "172.22.0.121"));
        tests.add(cluster.meets(test + "04-assert.yaml"));
        cluster.edit(SINGLE_NET, reserveNothing("controller-2"));
        tests.add(cluster.meets(test + "05-assert.yaml"));
        cluster.edit(
                SINGLE_NET,
                text -> text.replace(
                        "    controller-2: {}\n",
                        "    controller-2:\n      ipReservations:\n        ctlplane: 172.22.0.122\n"));
        tests.add(cluster.meets(test + "06-assert.yaml"));
        tests.add(cluster.scale(SINGLE_PLANE, 1, 3).meets(test + "07-assert.yaml"));
        cluster.annotate("controller-0", "controller-1").scale(SINGLE_PLANE, 3, 1);
        tests.add(cluster.meets(test + "08-assert.yaml"));
        tests.add(cluster.lacks(test + "08-errors.yaml"));
        cluster.edit(SINGLE_NET, text -> text + "  preserveReservations: false\n");
        tests.add(cluster.meets(test + "09-assert.yaml"));
        cluster.edit(
                SINGLE_NET,
                text -> text.replace("  reservations:\n", """
                  - name: InternalApi
                    nameLower: internal_api
                    subnets:
                    - name: internal_api
                      vlan: 20
                      ipv4:
                        cidr: 172.17.0.0/24
                        allocationStart: 172.17.0.10
                        allocationEnd: 172.17.0.250
                      attachConfiguration: br-osp
                  reservations:
                """.indent(-2).indent(2)));
        tests.add(cluster.meets(test + "10-assert.yaml"));
        cluster.edit(
                SINGLE_PLANE,
                text -> text.replace(
                        "      networks:\n      - ctlplane\n",
                        "      networks:\n      - ctlplane\n      - internal_api\n"));
        tests.add(cluster.meets(test + "11-assert.yaml"));
        cluster.edit(SINGLE_NET, text -> text.replaceAll("(?s)  reservations:\\n.*(  preserve)", "$1"));
        tests.add(cluster.delete(SINGLE_PLANE).meets(test + "12-assert.yaml"));
        tests.add(cluster.lacks(test + "12-errors.yaml"));
        return tests;
    }

    @TestFactory
    List<DynamicTest> macsOfOvnsBridgesAreReservedAndKept() {
        String test = "ovnBridgeMacMappings/";
        List<DynamicTest> tests = new ArrayList<>();
        Cluster cluster = new Cluster();
        tests.add(cluster.apply(SINGLE_NET).meets(test + "01-assert.yaml"));
        cluster.edit(SINGLE_NET, reserve("controller-0", "macReservations", "datacentre", "fa:16:3a:aa:aa:aa"));
        tests.add(cluster.meets(test + "02-assert.yaml"));
        cluster.edit(SINGLE_NET, reserveNothing("controller-1"));
        tests.add(cluster.meets(test + "03-assert.yaml"));
        cluster.edit(
                SINGLE_NET,
                text -> text.replace(
                        "    controller-1: {}\n",
                        "    controller-1:\n      macReservations:\n        datacentre: fa:16:3a:aa:aa:bb\n"));
        cluster.edit(SINGLE_NET, reserve("controller-2", "macReservations", "datacentre", "fa:16:3a:aa:aa:cc"));
        tests.add(cluster.meets(test + "04-assert.yaml"));
        tests.add(cluster.apply(SINGLE_PLANE).meets(test + "05-assert.yaml"));
        tests.add(cluster.scale(SINGLE_PLANE, 0, 3).meets(test + "06-assert.yaml"));
        cluster.annotate("controller-0", "controller-1").scale(SINGLE_PLANE, 3, 1);
        tests.add(cluster.meets(test + "07-assert.yaml"));
        tests.add(cluster.lacks(test + "07-errors.yaml"));
        cluster.edit(SINGLE_NET, text -> text + "  preserveReservations: false\n");
        tests.add(cluster.meets(test + "08-assert.yaml"));
        cluster.edit(SINGLE_NET, text -> text + """
                  ovnBridgeMacMappings:
                    physNetworks:
                    - name: datacentre
                      macPrefix: fa:16:3a
                    - name: datacentre2
                      macPrefix: fa:16:3b
                """);
        tests.add(cluster.meets(test + "09-assert.yaml"));
        return tests;
    }

    @TestFactory
    List<DynamicTest> threeControllersComeAndTwoGo() {
        List<DynamicTest> tests = new ArrayList<>();
        Cluster cluster = new Cluster().apply(ALL_NETS);
        tests.add(cluster.meets("openstackcontrolplane_scale/01-assert.yaml"));
        tests.add(cluster.meets("common/create_openstacknetconfig-assert.yaml"));
        tests.add(cluster.meets("openstacknetconfig_cleanup_nncp/01-assert.yaml"));
        tests.add(cluster.meets("openstacknetconfig_immutable_bridge_name/01-assert.yaml"));
        tests.add(cluster.meets("openstacknetconfig_immutable_bridge_name/02-assert.yaml"));
        cluster.apply(PLANE);
        tests.add(cluster.meets("openstackcontrolplane_scale/02-assert.yaml"));
        tests.add(cluster.meets("common/create_openstackcontrolplane-assert.yaml"));
        cluster.scale(PLANE, 0, 3);
        tests.add(cluster.meets("openstackcontrolplane_scale/03-assert.yaml"));
        tests.add(cluster.meets("common/scale_up_openstackcontrolplane_3_controllers-assert.yaml"));
        cluster.annotate("controller-0", "controller-1").scale(PLANE, 3, 1);
        tests.add(cluster.meets("common/scale_down_openstackcontrolplane_single_controller-assert.yaml"));
        tests.add(cluster.lacks("common/scale_down_openstackcontrolplane_single_controller-errors.yaml"));
        return tests;
    }

    @TestFactory
    List<DynamicTest> oneNetworkIsEnough() {
        List<DynamicTest> tests = new ArrayList<>();
        Cluster cluster = new Cluster().apply(SINGLE_NET);
        tests.add(cluster.meets("common/create_openstacknetconfig_single_net-assert.yaml"));
        cluster.apply(SINGLE_PLANE);
        tests.add(cluster.meets("common/create_openstackcontrolplane_single_net-assert.yaml"));
        cluster.scale(SINGLE_PLANE, 0, 1);
        tests.add(cluster.meets("common/scale_up_openstackcontrolplane_single_controller_single_net-assert.yaml"));
        return tests;
    }

    @TestFactory
    List<DynamicTest> oneNetworkOfIpv6IsEnough() {
        List<DynamicTest> tests = new ArrayList<>();
        Cluster cluster = new Cluster().apply(SINGLE_NET_6);
        tests.add(cluster.meets("common/create_openstacknetconfig_single_net_ipv6-assert.yaml"));
        cluster.apply(SINGLE_PLANE);
        tests.add(cluster.meets("common/create_openstackcontrolplane_single_net_ipv6-assert.yaml"));
        cluster.scale(SINGLE_PLANE, 0, 1);
        tests.add(cluster.meets("common/scale_up_openstackcontrolplane_single_controller_single_net_ipv6-assert.yaml"));
        return tests;
    }
}
