package dev.plumbline.systems.ospdirector;

import dev.plumbline.systems.ApiResource;
import java.util.ArrayList;
import java.util.List;

/** Small manifests for tests. */
final class Net {

    /** Two networks on one bridge; pools are small. */
    static final String CONFIG = """
            apiVersion: osp-director.openstack.org/v1beta1
            kind: OpenStackNetConfig
            metadata:
              name: nets
              namespace: cloud
            spec:
              attachConfigurations:
                lan:
                  nodeNetworkConfigurationPolicy:
                    desiredState:
                      interfaces:
                      - name: br-lan
                        type: linux-bridge
                        state: up
                        bridge:
                          port:
                          - name: eno2
              domainName: cloud.example.com
              networks:
              - name: Control
                nameLower: ctlplane
                subnets:
                - name: ctlplane
                  attachConfiguration: lan
                  ipv4:
                    cidr: 192.0.2.0/26
                    allocationStart: 192.0.2.10
                    allocationEnd: 192.0.2.14
                    gateway: 192.0.2.1
              - name: Backup
                nameLower: backup
                vip: false
                subnets:
                - name: backup
                  attachConfiguration: lan
                  vlan: 77
                  ipv4:
                    cidr: 198.51.100.0/24
                    allocationStart: 198.51.100.10
                    allocationEnd: 198.51.100.200
            """;

    private Net() {}

    /** Controllers on these subnets. */
    static String plane(int count, String... networks) {
        return """
                apiVersion: osp-director.openstack.org/v1beta2
                kind: OpenStackControlPlane
                metadata:
                  name: over
                  namespace: cloud
                spec:
                  openStackRelease: "16.2"
                  openStackClientNetworks: [ctlplane]
                  virtualMachineRoles:
                    controller:
                      roleName: Controller
                      roleCount: %d
                      cores: 2
                      memory: 8
                      networks: [%s]
                """.formatted(count, String.join(", ", networks));
    }

    static Derived derive(String... manifests) {
        return derive(resources(manifests));
    }

    static Derived derive(List<ApiResource> resources) {
        return Director.derive(InputsReader.read(resources).inputs().getFirst());
    }

    static List<ApiResource> resources(String... manifests) {
        List<ApiResource> resources = new ArrayList<>();
        for (String manifest : manifests) {
            resources.addAll(Manifests.text("m" + resources.size() + ".yaml", manifest));
        }
        return resources;
    }

    static DerivedObject object(Derived derived, String kind, String name) {
        return derived.objects().stream()
                .filter(each -> each.kind().equals(kind) && each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }
}
