package dev.plumbline.systems.ospdirector.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What the API server refuses and what it drops. */
class CrdCheckTest {

    static List<ApiResource> resources(String yaml) {
        List<Line> lines = new ArrayList<>();
        yaml.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        Observation observation =
                Observation.ofFile("manifest.yaml", "", Vantage.of(Scope.ofCluster(), Standing.STATED), lines);

        List<ApiResource> resources = new ArrayList<>();
        for (Tree root : Document.yaml(observation).roots()) {
            String[] version = root.at("apiVersion").text().split("/", 2);
            resources.add(new ApiResource(
                    new ApiObject(observation, root),
                    version.length < 2 ? "" : version[0],
                    version[version.length - 1],
                    root.at("kind").text()));
        }
        return resources;
    }

    /** {@code refused 7: spec.mtu: the string "x", wanted a whole number}. */
    static List<String> remarks(String yaml) {
        return resources(yaml).stream()
                .flatMap(resource -> CrdCheck.of(resource).stream())
                .map(CrdCheckTest::line)
                .toList();
    }

    private static String line(CrdRemark remark) {
        return (remark.refused() ? "refused " : "taken ")
                + remark.at().spot().line() + ": " + remark.path() + ": " + remark.found() + ", wanted "
                + remark.expected();
    }

    private static String netConfig(String spec) {
        return "apiVersion: osp-director.openstack.org/v1beta1\nkind: OpenStackNetConfig\nmetadata: {name: a}\nspec:\n"
                + spec.indent(2);
    }

    @Test
    void aResourceOfItsSchemaIsTaken() {
        assertThat(remarks(netConfig("""
                attachConfigurations:
                  br-a:
                    nodeNetworkConfigurationPolicy:
                      maxUnavailable: 50%
                      nodeSelector: {kubernetes.io/role: worker}
                      desiredState: {anything: [{goes: here}]}
                networks:
                - name: Control
                  nameLower: ctlplane
                  isControlPlane: yes
                  vip: False
                  subnets: [{name: ctlplane, attachConfiguration: br-a, vlan: 4094}]
                dnsServers:
                """))).isEmpty();
    }

    @Test
    void wrongTypesAreRefused() {
        assertThat(remarks(netConfig("""
                attachConfigurations: [br-a]
                preserveReservations: "true"
                domainName: 12
                networks:
                - name: on
                  nameLower: "on"
                  mtu: large
                  vip: 1
                  subnets: {}
                """)))
                .containsExactly(
                        "refused 5: spec.attachConfigurations: a list, wanted a mapping",
                        "refused 6: spec.preserveReservations: the string \"true\", wanted true or false",
                        "refused 7: spec.domainName: the number 12, wanted a string",
                        "refused 9: spec.networks[0].name: the boolean on, wanted a string",
                        "refused 11: spec.networks[0].mtu: the string \"large\", wanted a whole number",
                        "refused 12: spec.networks[0].vip: the number 1, wanted true or false",
                        "refused 13: spec.networks[0].subnets: a mapping, wanted a list");
    }

    @Test
    void rangesAndWordsAreKept() {
        assertThat(remarks(netConfig("""
                attachConfigurations:
                  sr: {nodeSriovConfigurationPolicy: {desiredState: {port: eno1, numVfs: 4294967296, trust: maybe}}}
                networks:
                - {name: A, nameLower: a, subnets: [{name: a, attachConfiguration: sr, vlan: 4095}]}
                """)))
                .containsExactly(
                        "refused 6: spec.attachConfigurations.sr.nodeSriovConfigurationPolicy.desiredState.numVfs:"
                                + " the number 4294967296, wanted a whole number",
                        "refused 6: spec.attachConfigurations.sr.nodeSriovConfigurationPolicy.desiredState.trust:"
                                + " the string \"maybe\", wanted one of on, off",
                        "refused 8: spec.networks[0].subnets[0].vlan: the number 4095, wanted a whole number, at most 4094");
    }

    @Test
    void theOperatorFillsInWhatIsEmptyButNoListsAndMaps() {
        assertThat(remarks(netConfig("""
                networks:
                - nameLower: a
                """)))
                .containsExactly(
                        "taken 6: spec.networks[0].name: missing, wanted a string; the operator's webhook fills in an empty one",
                        "refused 6: spec.networks[0].subnets: missing, wanted a list",
                        "refused 5: spec.attachConfigurations: missing, wanted a mapping");
    }

    @Test
    void macAddressesHaveNoWebhookThatFills() {
        assertThat(remarks("""
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackMACAddress
                metadata: {name: a}
                spec:
                  physNetworks: []
                  roleReservations: {Compute: {}}
                """))
                .containsExactly(
                        "refused 5: spec.physNetworks: a list, wanted a list of at least 1",
                        "refused 6: spec.roleReservations.Compute.reservations: missing, wanted a mapping");
    }

    @Test
    void unknownFieldsAreDropped() {
        assertThat(remarks("""
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackClient
                metadata: {name: a}
                spec:
                  networks: [ctlplane]
                  nets: [ctlplane]
                """))
                .singleElement()
                .asString()
                .startsWith("taken 6: spec.nets: an unknown field, wanted one of")
                .endsWith("the API server drops it");
    }

    @Test
    void aVersionThatIsNotServedIsRefused() {
        assertThat(remarks("""
                apiVersion: osp-director.openstack.org/v1
                kind: OpenStackVMSet
                metadata: {name: a}
                """))
                .containsExactly(
                        "refused 1: apiVersion: version v1, wanted osp-director.openstack.org/v1beta1 or v1beta2");
    }

    @Test
    void aSpecThatIsNotThereHoldsNothing() {
        assertThat(remarks("""
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackBaremetalSet
                metadata: {name: a}
                """)).contains("refused 3: spec.networks: missing, wanted a list");
    }

    @Test
    void othersKindsAreNotJudged() {
        assertThat(remarks("apiVersion: v1\nkind: OpenStackVMSet\nspec: 3\n")).isEmpty();
        assertThat(remarks("apiVersion: osp-director.openstack.org/v1beta1\nkind: OpenStackDeploy\nspec: 3\n"))
                .isEmpty();
    }

    @Property(tries = 50)
    void anySpecIsJudgedWithoutAnError(@ForAll String text) {
        assertThat(remarks(netConfig(text.replace("\n", " ") + "\n")).size()).isNotNegative();
    }
}
