package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** network_data.yaml, release by release. */
class NetworkDataFileTest {

    private final NetConfig nets = NicManifests.netConfig(NicManifests.tree("""
            spec:
              networks:
              - name: Control
                nameLower: ctlplane
                subnets: []
              - name: Storage
                nameLower: storage
                vip: false
                mtu: 9000
                subnets:
                - name: storage_leaf1
                  vlan: 31
                  ipv4: {cidr: 10.3.1.0/24, allocationStart: 10.3.1.10, allocationEnd: 10.3.1.20, gateway: 10.3.1.1}
                - name: storage
                  ipv4:
                    cidr: 10.3.0.0/24
                    allocationStart: 10.3.0.10
                    allocationEnd: 10.3.0.20
                    routes: [{destination: 10.3.1.0/24, nexthop: 10.3.0.1}]
              - name: InternalApi
                nameLower: internal_api
                subnets:
                - name: internal_api_a
                  ipv6: {cidr: 'fd00:2::/64', allocationStart: 'fd00:2::10', allocationEnd: 'fd00:2::20', gateway: 'fd00:2::1'}
            """));

    private String text(String release) {
        return NetworkDataFile.of(nets, release).items().stream()
                .map(NetworkDataFileTest::yaml)
                .collect(Collectors.joining("---\n"));
    }

    private static String yaml(Tree network) {
        return YamlText.of(Growing.from(network).put("net", network).tree());
    }

    @Test
    void train() {
        assertThat(text("16.2")).isEqualTo("""
                net:
                  name: InternalApi
                  name_lower: internal_api
                  vip: true
                  mtu: 1500
                  ipv6: true
                  subnets:
                    internal_api_a:
                      ipv6_subnet: "fd00:2::/64"
                      ipv6_allocation_pools:
                        - start: "fd00:2::10"
                          end: "fd00:2::20"
                      gateway_ipv6: "fd00:2::1"
                ---
                net:
                  name: Storage
                  name_lower: storage
                  vip: false
                  mtu: 9000
                  ip_subnet: 10.3.0.0/24
                  allocation_pools:
                    - start: 10.3.0.10
                      end: 10.3.0.20
                  routes:
                    - destination: 10.3.1.0/24
                      nexthop: 10.3.0.1
                  subnets:
                    storage:
                      ip_subnet: 10.3.0.0/24
                      allocation_pools:
                        - start: 10.3.0.10
                          end: 10.3.0.20
                      routes:
                        - destination: 10.3.1.0/24
                          nexthop: 10.3.0.1
                    storage_leaf1:
                      vlan: 31
                      ip_subnet: 10.3.1.0/24
                      allocation_pools:
                        - start: 10.3.1.10
                          end: 10.3.1.20
                      gateway_ip: 10.3.1.1
                """);
    }

    @Test
    void wallaby() {
        assertThat(text("17.1"))
                .contains("  ipv6: true\n  subnets:\n    internal_api_a_subnet:\n")
                .contains("  ipv6: false\n  subnets:\n    storage_subnet:\n")
                .contains("    storage_leaf1_subnet:\n      vlan: 31\n")
                .doesNotContain("\n  ip_subnet");
    }
}
