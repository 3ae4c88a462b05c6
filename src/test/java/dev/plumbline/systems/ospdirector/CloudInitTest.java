package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The netplan file of a VM's first boot. */
class CloudInitTest {

    private final NetConfig nets = NicManifests.netConfig(NicManifests.tree("""
            metadata: {namespace: lab}
            spec:
              dnsServers: [192.0.2.53]
              dnsSearchDomains: [lab.example.org]
              networks:
              - name: Control
                nameLower: ctlplane
                subnets:
                - name: ctlplane
                  ipv6:
                    cidr: fd00:1::/64
                    gateway: fd00:1::1
                    allocationStart: fd00:1::10
                    allocationEnd: fd00:1::20
                    routes: [{destination: 'fd00:9::/64', nexthop: 'fd00:1::9'}]
                - name: ctlplane_leaf1
                  ipv4: {cidr: 10.1.1.0/24, gateway: 10.1.1.1, allocationStart: 10.1.1.10, allocationEnd: 10.1.1.20}
            """));

    private String text(String role, Map<String, Tree> addresses) {
        Role read = NicManifests.role("r", NicManifests.tree("{roleName: Db, ctlplaneInterface: eth1, " + role + "}"));
        return YamlText.of(CloudInit.networkData(nets, read, addresses));
    }

    private static Tree address(String text) {
        return Growing.text(text, NicManifests.tree("{}"));
    }

    @Test
    void theControlPlanesNicAlone() {
        assertThat(text("networks: [ctlplane]", Map.of("ctlplane", address("fd00:1::10/64"))))
                .isEqualTo("""
                        version: 2
                        ethernets:
                          eth1:
                            addresses:
                              - "fd00:1::10/64"
                            nameservers:
                              search:
                                - lab.example.org
                              addresses:
                                - 192.0.2.53
                            routes:
                              - to: "fd00:9::/64"
                                via: "fd00:1::9"
                            gateway6: "fd00:1::1"
                        """);
    }

    @Test
    void aRolesOwnNameserversWin() {
        assertThat(text(
                        "networks: [ctlplane], bootstrapDns: [192.0.2.99], dnsSearchDomains: [db.example.org]",
                        Map.of("ctlplane", address("fd00:1::10/64"))))
                .contains("- 192.0.2.99")
                .contains("- db.example.org")
                .doesNotContain("192.0.2.53");
    }

    @Test
    void aLeafOfTheControlPlaneIsNotFound() {
        assertThat(text("networks: [ctlplane_leaf1]", Map.of("ctlplane_leaf1", address("10.1.1.10/24"))))
                .contains("addresses:\n      - \"\"\n")
                .doesNotContain("gateway")
                .doesNotContain("10.1.1");
    }
}
