package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guest's file says, network by network. */
class NicTemplateTest {

    private static final String NETS = """
            apiVersion: osp-director.openstack.org/v1beta1
            kind: OpenStackNetConfig
            metadata: {name: nets, namespace: lab}
            spec:
              dnsServers: [192.0.2.53]
              networks:
              - name: Control
                nameLower: ctlplane
                mtu: 9000
                subnets:
                - name: ctlplane
                  ipv4: {cidr: 10.1.0.0/24, gateway: 10.1.0.1, allocationStart: 10.1.0.10, allocationEnd: 10.1.0.20}
              - name: Tenant
                nameLower: tenant
                mtu: 8900
                subnets:
                - name: tenant
                  ipv4: {cidr: 10.4.0.0/24, allocationStart: 10.4.0.10, allocationEnd: 10.4.0.20}
              - name: External
                nameLower: external
                subnets:
                - name: external
                  ipv6: {cidr: 'fd00:5::/64', gateway: 'fd00:5::1', allocationStart: 'fd00:5::10', allocationEnd: 'fd00:5::20'}
              - name: Backup
                nameLower: backup
                mtu: 1400
                subnets:
                - name: backup
                  ipv4:
                    cidr: 10.2.0.0/24
                    allocationStart: 10.2.0.10
                    allocationEnd: 10.2.0.20
                    routes: [{destination: 10.2.1.0/24, nexthop: 10.2.0.1}]
                - name: backup_leaf1
                  ipv4:
                    cidr: 10.2.1.0/24
                    allocationStart: 10.2.1.10
                    allocationEnd: 10.2.1.20
                    routes: [{destination: 10.2.0.0/24, nexthop: 10.2.1.1}]
            """;

    private final NetConfig nets = NicManifests.netConfig(NicManifests.tree(NETS));

    private static Role role(String name, String networks) {
        return NicManifests.role(name, NicManifests.tree("""
                roleName: %s
                networks: [%s]
                """.formatted(name, networks)));
    }

    private List<Tree> entries(Role role, String release, String parameters) {
        SortedMap<String, Tree> heat =
                parameters.isEmpty() ? new TreeMap<>() : NicManifests.parameters("parameter_defaults: " + parameters);
        Map<String, Tree> addresses = Map.of(
                "ctlplane", address("10.1.0.10/24"),
                "backup", address("10.2.0.10/24"),
                "backup_leaf1", address("10.2.1.10/24"),
                "external", address("fd00:5::11/64"),
                "tenant", address("10.4.0.10/24"));
        return NicTemplate.config(nets, role, release, addresses, heat, Optional.empty())
                .at("network_config")
                .items();
    }

    private static Tree address(String text) {
        return Growing.text(text, NicManifests.tree("{}"));
    }

    private static List<String> names(List<Tree> entries) {
        return entries.stream()
                .map(entry -> entry.at("name").text()
                        + entry.at("members").items().stream()
                                .map(member -> "(" + member.at("name").text() + ")")
                                .findFirst()
                                .orElse(""))
                .toList();
    }

    private static String routes(Tree entry) {
        return YamlText.of(Growing.from(entry).put("routes", entry.at("routes")).tree());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            16.2, /etc/os-net-config/config.json
            train, /etc/os-net-config/config.json
            17.0, /etc/os-net-config/config.yaml
            17.1, /etc/os-net-config/config.yaml
            wallaby, /etc/os-net-config/config.yaml
            """)
    void theFileIsTheReleases(String release, String path) {
        assertThat(NicTemplate.path(release)).isEqualTo(path);
    }

    @Test
    void nicsFollowTheLowerNamesBytes() {
        Role role = role("Controller", "tenant, external, ctlplane, backup");

        assertThat(names(entries(role, "16.2", "")))
                .containsExactly("nic1", "nic2", "nic3", "br-ex(nic4)", "br-tenant(nic5)");
        assertThat(names(entries(role, "17.1", "")))
                .containsExactly("nic1", "nic2", "nic3", "br-ex(nic4)", "br-tenant(nic5)");
    }

    @Test
    void aRoleWithoutExternalKeepsItsBridgeIn162WhereTripleoTagsIt() {
        Role tagged = role("Controller", "ctlplane, tenant");
        Role untagged = role("Messaging", "ctlplane, tenant");

        List<Tree> entries = entries(tagged, "16.2", "");
        assertThat(names(entries)).containsExactly("nic1", "nic2", "br-ex(nic3)", "br-tenant(nic4)");
        assertThat(entries.get(2).at("addresses").present()).isFalse();
        assertThat(names(entries(tagged, "17.0", ""))).containsExactly("nic1", "nic2", "br-tenant(nic3)");
        assertThat(names(entries(untagged, "16.2", ""))).containsExactly("nic1", "nic2", "br-tenant(nic3)");
    }

    @Test
    void theDefaultRouteIsExternalsForControllersAndTheControlPlanesForOthers() {
        List<Tree> controller = entries(role("Controller", "ctlplane, external"), "16.2", "");
        List<Tree> other = entries(role("Messaging", "ctlplane, external"), "16.2", "");

        assertThat(routes(controller.get(1))).isEqualTo("routes: []\n");
        assertThat(routes(controller.get(2))).isEqualTo("routes:\n  - default: true\n    next_hop: \"fd00:5::1\"\n");
        assertThat(routes(other.get(1))).isEqualTo("routes:\n  - default: true\n    next_hop: 10.1.0.1\n");
        assertThat(routes(other.get(2))).isEqualTo("routes: []\n");
    }

    @Test
    void rolesDataMaySayAnotherDefaultRoute() {
        Tree config = NicTemplate.config(
                nets,
                role("Controller", "ctlplane, external"),
                new TripleoRole(true, Optional.of(List.of("ControlPlane", "External"))),
                "16.2",
                Map.of(),
                new TreeMap<>(),
                Optional.empty());

        List<Tree> entries = config.at("network_config").items();
        assertThat(entries.get(1).at("routes").items()).hasSize(1);
        assertThat(entries.get(2).at("routes").items()).hasSize(1);
        assertThat(entries.get(2).at("addresses").items()).as("not known").isEmpty();
    }

    @Test
    void aLeafHasTheWholeNetworksRoutesIn162AndItsOwnIn17() {
        Role leaf = role("Messaging", "ctlplane, backup_leaf1");

        Tree train = entries(leaf, "16.2", "").get(2);
        assertThat(routes(train)).isEqualTo("routes:\n  - destination: 10.2.1.0/24\n    nexthop: 10.2.0.1\n");
        assertThat(NicManifests.value(train.at("addresses"))).isEqualTo(List.of(Map.of("ip_netmask", "10.2.1.10/24")));
        Tree wallaby = entries(leaf, "17.1", "").get(2);
        assertThat(routes(wallaby)).isEqualTo("routes:\n  - destination: 10.2.0.0/24\n    nexthop: 10.2.1.1\n");
    }

    @Test
    void heatParametersWinIn162() {
        List<Tree> entries = entries(role("Controller", "ctlplane, external, backup, tenant"), "16.2", """
                {ControlPlaneMtu: 1492, BackupMtu: 1300, NeutronPhysicalBridge: br-out, DnsServers: '192.0.2.1, 192.0.2.2',
                 BackupInterfaceRoutes: [{destination: 10.2.1.0/24, nexthop: 10.2.0.1}, {default: true, next_hop: 10.2.0.9}],
                 ExternalInterfaceDefaultRoute: 'fd00:5::2'}
                """);

        assertThat(entries.get(1).at("mtu").text()).isEqualTo("1492");
        assertThat(entries.get(1).at("dns_servers").items())
                .extracting(Tree::text)
                .containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(entries.get(2).at("mtu").text()).isEqualTo("1300");
        assertThat(entries.get(2).at("routes").items())
                .as("a route given twice stands once")
                .hasSize(2);
        assertThat(entries.get(3).at("name").text()).isEqualTo("br-out");
        assertThat(routes(entries.get(3))).contains("fd00:5::2");
    }

    @Test
    void theControlPlanesMtuIsTheParametersIn162AndTheNetworksIn17() {
        Role role = role("Controller", "ctlplane");

        assertThat(entries(role, "16.2", "").get(1).at("mtu").text()).isEqualTo("1500");
        assertThat(entries(role, "17.0", "").get(1).at("mtu").text()).isEqualTo("9000");
    }

    @Test
    void nameserversComeFromHeatIn162AndFromTheNetConfigIn17() {
        Role role = role("Controller", "ctlplane");

        assertThat(entries(role, "16.2", "").get(1).at("dns_servers").items()).isEmpty();
        assertThat(entries(role, "17.0", "").get(1).at("dns_servers").items())
                .extracting(Tree::text)
                .containsExactly("192.0.2.53");
    }

    @Test
    void theRouteToTheClustersApiIsTheServicesOrOpenshiftsOwn() {
        Role role = role("Controller", "ctlplane");
        Tree service = NicManifests.tree("spec: {clusterIP: 10.96.0.1}").at("spec", "clusterIP");

        Tree given = NicTemplate.config(nets, role, "16.2", Map.of(), new TreeMap<>(), Optional.of(service));
        assertThat(routes(given.at("network_config").items().getFirst())).contains("ip_netmask: 10.96.0.1/32");
        Tree assumed = entries(role, "16.2", "").getFirst();
        assertThat(routes(assumed)).contains("ip_netmask: 172.30.0.1/32");
        assertThat(assumed.at("routes").items().getFirst().at("ip_netmask").spot())
                .isEqualTo(role.tree().spot());
    }

    @Test
    void aValuePointsAtItsManifestLine() {
        List<Tree> entries = entries(role("Controller", "ctlplane, backup"), "17.1", "");

        assertThat(entries.get(2).at("mtu").spot().pointer()).isEqualTo("/spec/networks/3/mtu");
        assertThat(entries.get(2).at("mtu").spot().text()).isEqualTo("mtu: 1400");
        assertThat(entries.get(2)
                        .at("routes")
                        .items()
                        .getFirst()
                        .at("nexthop")
                        .spot()
                        .pointer())
                .isEqualTo("/spec/networks/3/subnets/0/ipv4/routes/0/nexthop");
    }

    @Test
    void aRoleThatTripleoDoesNotDeployToHasNoFile() {
        Role custom = NicManifests.role("Custom", NicManifests.tree("""
                roleName: Custom
                networks: [ctlplane]
                isTripleoRole: false
                """));

        assertThat(NicTemplate.config(nets, custom, "17.1", Map.of(), new TreeMap<>(), Optional.empty())
                        .present())
                .isFalse();
    }
}
