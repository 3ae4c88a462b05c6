package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Problem;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputsReaderTest {

    @Test
    void whatIsNotGivenTakesTheSchemasAndTheWebhooksDefaults() {
        NetConfig config = read("""
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackNetConfig
                metadata: {name: nets}
                spec:
                  networks:
                  - name: Control
                    nameLower: ctlplane
                    subnets:
                    - name: ctlplane
                      ipv4: {cidr: "", allocationStart: ""}
                      ipv6: {cidr: "2001:db8::/64", allocationStart: "2001:db8::10", allocationEnd: "2001:db8::20"}
                """).inputs().getFirst().netConfigs().getFirst();
        assertThat(config.namespace()).isEqualTo("openstack");
        assertThat(config.domainName()).isEqualTo("localdomain");
        assertThat(config.preserveReservations()).isTrue();
        assertThat(config.physNetworks()).containsExactly(new NetConfig.PhysNetwork("datacentre", "fa:16:3a"));
        NetConfig.Network network = config.networks().getFirst();
        assertThat(network.controlPlane()).isTrue();
        assertThat(network.mtu()).isEqualTo(1500);
        assertThat(network.vip()).isTrue();
        assertThat(network.subnets().getFirst().ipv6()).isTrue();
        assertThat(network.subnets().getFirst().cidr()).isEqualTo("2001:db8::/64");
    }

    @Test
    void aRoleWithoutNetworksHasTheStaleOnesOfTheSchema() {
        ControlPlane plane = read("""
                apiVersion: osp-director.openstack.org/v1beta2
                kind: OpenStackControlPlane
                metadata: {name: over, namespace: cloud}
                spec:
                  openStackRelease: "17.1"
                  virtualMachineRoles:
                    worker: {roleName: Worker, roleCount: 2}
                """).inputs().getFirst().controlPlanes().getFirst();
        Role role = plane.roles().getFirst();
        assertThat(role.networks()).contains("internalapi", "storagemgmt");
        assertThat(role.networksAt()).isEqualTo(role.tree());
        assertThat(role.ctlplaneInterface()).isEqualTo("enp2s0");
        assertThat(role.tripleo()).isTrue();
        assertThat(plane.clientNetworks()).containsExactly("ctlplane", "external");
        assertThat(plane.serviceVips()).containsEntry("Redis", "internal_api").containsEntry("OVNDBs", "internal_api");
    }

    @Test
    void brokenValuesAreProblemsWithTheirPlaceAndCostThemselvesAlone() {
        InputsReader.Result result = read("""
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackNetConfig
                metadata: {name: nets}
                spec:
                  preserveReservations: maybe
                  networks:
                  - name: Control
                    nameLower: ctlplane
                    mtu: large
                    subnets:
                    - name: ctlplane
                      vlan: -3
                      ipv4: {cidr: 192.0.2.0/40, allocationStart: 192.0.2.300, allocationEnd: 192.0.2.20}
                    - ipv4: {}
                  - nameLower: nameless
                  reservations:
                    a-0: {ipReservations: {ctlplane: here}}
                """);
        assertThat(result.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "manifest.yaml:5: preserveReservations is maybe; expected true or false",
                        "manifest.yaml:9: mtu is large; expected a whole number, at least 0",
                        "manifest.yaml:12: vlan is -3; expected a whole number, at least 0",
                        "manifest.yaml:13: allocationStart is 192.0.2.300; expected an IP address",
                        "manifest.yaml:13: cidr is 192.0.2.0/40; expected an address range: 192.0.2.0/24",
                        "manifest.yaml:14: no name; expected a name",
                        "manifest.yaml:15: no name; expected a name",
                        "manifest.yaml:17: ctlplane is here; expected an IP address");
        assertThat(result.inputs().getFirst().netConfigs().getFirst().networks())
                .hasSize(1);
    }

    @Test
    void objectsWithoutANamespaceJoinTheOnlyOneNamed() {
        String homeless = Net.CONFIG.replace("  namespace: cloud\n", "");
        assertThat(read(homeless, Net.plane(1, "ctlplane")).inputs())
                .extracting(DirectorInputs::namespace)
                .containsExactly("cloud");
        assertThat(read(
                                homeless,
                                Net.plane(1, "ctlplane"),
                                Net.plane(1, "ctlplane").replace("cloud", "other"))
                        .inputs())
                .extracting(DirectorInputs::namespace)
                .containsExactly("cloud", "openstack", "other");
    }

    @Test
    void heatParametersComeFromTheMapThatTheGeneratorNames() {
        String map = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, namespace: cloud}
                data:
                  b.yaml: |
                    parameter_defaults:
                      DnsServers: ['192.0.2.%d']
                  script.sh: |
                    echo {
                """;
        String generator = """
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackConfigGenerator
                metadata: {name: default, namespace: cloud}
                spec: {heatEnvConfigMap: my-env}
                """;
        String first = map.formatted("heat-env-config", 1);
        String second = map.formatted("my-env", 2);
        assertThat(dns(read(Net.CONFIG, first, second))).isEqualTo("192.0.2.1");
        assertThat(dns(read(Net.CONFIG, first, second, generator))).isEqualTo("192.0.2.2");
    }

    private static String dns(InputsReader.Result result) {
        return result.inputs()
                .getFirst()
                .heatParameters()
                .get("DnsServers")
                .items()
                .getFirst()
                .text();
    }

    @Test
    void theClustersServiceAddressIsThatOfServiceKubernetesInDefault() {
        String service = """
                apiVersion: v1
                kind: Service
                metadata: {name: kubernetes, namespace: %s}
                spec: {clusterIP: %s}
                """;
        assertThat(read(Net.CONFIG, service.formatted("cloud", "10.9.0.9"), service.formatted("default", "10.9.0.1"))
                        .inputs()
                        .getFirst()
                        .clusterServiceIp())
                .hasValueSatisfying(ip -> assertThat(ip.text()).isEqualTo("10.9.0.1"));
    }

    @Test
    void anObjectGivenTwiceIsOneUnlessItsValuesDiffer() {
        assertThat(read(Net.CONFIG, Net.CONFIG).problems()).isEmpty();
        assertThat(read(Net.CONFIG, Net.CONFIG.replace("vlan: 77", "vlan: 78")).problems())
                .extracting(Problem::message)
                .containsExactly("m1.yaml:4: OpenStackNetConfig cloud/nets is given a second time, first at L4;"
                        + " expected one resource of a name; the first counts");
    }

    @Test
    void setsThatAControlPlaneHasMadeAreNotAskedForTwice() {
        List<ApiResource> resources = Net.resources(Net.CONFIG, Net.plane(1, "ctlplane"));
        InputsReader.Result after = InputsReader.read(Manifests.after(resources, Net.derive(resources)));
        assertThat(after.inputs().getFirst().vmSets()).isEmpty();
        assertThat(after.inputs().getFirst().clients()).isEmpty();
        assertThat(after.inputs().getFirst().held()).hasSize(2);
        assertThat(after.problems()).isEmpty();
    }

    @Test
    void anUnknownVersionIsAProblem() {
        assertThat(read(Net.CONFIG.replace("v1beta1", "v9")).problems())
                .extracting(Problem::found)
                .containsExactly("apiVersion is osp-director.openstack.org/v9");
    }

    private static InputsReader.Result read(String... manifests) {
        return manifests.length == 1
                ? InputsReader.read(Manifests.text(manifests[0]))
                : InputsReader.read(Net.resources(manifests));
    }
}
