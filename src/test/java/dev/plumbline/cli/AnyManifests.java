package dev.plumbline.cli;

import java.util.Locale;
import java.util.Random;

/** Manifests of networks that a kernel can carry: bridges, MTUs, VLANs and bindings at random. */
record AnyManifests(Random random) {

    private static final int[] MTUS = {1400, 1500, 1600, 4000, 8800, 9000};

    private int mtu() {
        return MTUS[random.nextInt(MTUS.length)];
    }

    /** VirtualMachines with definitions and a policy. */
    String machines() {
        StringBuilder all = new StringBuilder();
        int bridges = 1 + random.nextInt(3);
        if (random.nextBoolean()) {
            all.append("""
                    apiVersion: v1
                    kind: Node
                    metadata: {name: rack-7}
                    ---
                    """);
        }
        StringBuilder interfaces = new StringBuilder();
        StringBuilder definitions = new StringBuilder();
        for (int i = 0; i < bridges; i++) {
            int mtu = mtu();
            interfaces
                    .append(String.format(Locale.ROOT, """
                          - {name: br-%d, type: linux-bridge, state: up, mtu: %d, bridge: {port: [{name: ens%d}]}}
                          - {name: ens%d, type: ethernet, state: up, mtu: %d}
                    """, i, mtu, i + 3, i + 3, mtu)
                            .indent(4)
                            .stripTrailing())
                    .append('\n');
            String vlan = random.nextInt(3) > 0 ? "" : ", \"vlan\": " + (2 + random.nextInt(4000));
            definitions.append(String.format(Locale.ROOT, """
                    ---
                    apiVersion: k8s.cni.cncf.io/v1
                    kind: NetworkAttachmentDefinition
                    metadata: {name: net-%d, namespace: shop}
                    spec:
                      config: '{"cniVersion": "0.3.1", "name": "net-%d", "type": "bridge", "bridge": "br-%d", "mtu": %d%s}'
                    """, i, i, i, Math.min(mtu, mtu()), vlan));
        }
        all.append("""
                apiVersion: nmstate.io/v1
                kind: NodeNetworkConfigurationPolicy
                metadata: {name: bridges}
                spec:
                  desiredState:
                    interfaces:
                """).append(interfaces).append(definitions);
        int machines = 1 + random.nextInt(2);
        for (int i = 0; i < machines; i++) {
            all.append(machine(i, bridges));
        }
        return all.toString();
    }

    private String machine(int number, int bridges) {
        StringBuilder interfaces = new StringBuilder();
        StringBuilder networks = new StringBuilder();
        if (random.nextBoolean()) {
            interfaces.append("            - {name: default, masquerade: {}}\n");
            networks.append("        - {name: default, pod: {}}\n");
        }
        int nics = 1 + random.nextInt(4);
        for (int i = 0; i < nics; i++) {
            String mac = String.format(Locale.ROOT, "02:aa:%02x:%02x:00:01", number, i);
            interfaces.append("            - {name: if-" + i + ", bridge: {}, macAddress: '" + mac + "'}\n");
            networks.append(
                    "        - {name: if-" + i + ", multus: {networkName: net-" + random.nextInt(bridges) + "}}\n");
        }
        return """
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: till-%d, namespace: shop}
                spec:
                  running: true
                  template:
                    spec:
                      domain:
                        devices:
                          interfaces:
                %s      networks:
                %s""".formatted(number, interfaces, networks);
    }

    /** An OpenStackNetConfig of two to five networks and a control plane of one to two controllers. */
    String environment() {
        StringBuilder networks = new StringBuilder();
        StringBuilder names = new StringBuilder("ctlplane");
        int more = 1 + random.nextInt(4);
        int mtu = mtu();
        for (int i = 0; i < more; i++) {
            networks.append("""
                    - name: Net%d
                      nameLower: net%d
                      mtu: %d
                      subnets:
                        - name: net%d
                          attachConfiguration: br-data
                %s          ipv4: {cidr: 10.7%d.0.0/24, allocationStart: 10.7%d.0.10, allocationEnd: 10.7%d.0.200}
                """.formatted(
                            i,
                            i,
                            Math.min(mtu, mtu()),
                            i,
                            random.nextInt(4) > 0 ? "          vlan: " + (100 + 10 * i + random.nextInt(9)) + "\n" : "",
                            i,
                            i,
                            i));
            names.append(", net").append(i);
        }
        return """
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackNetConfig
                metadata: {name: netconfig, namespace: cloud}
                spec:
                  domainName: cloud.example.test
                  dnsServers: [192.0.2.1]
                  attachConfigurations:
                    br-ctl:
                      nodeNetworkConfigurationPolicy:
                        desiredState:
                          interfaces:
                            - {name: br-ctl, type: linux-bridge, state: up, bridge: {port: [{name: eno1}]}}
                    br-data:
                      nodeNetworkConfigurationPolicy:
                        desiredState:
                          interfaces:
                            - {name: br-data, type: linux-bridge, state: up, mtu: %d, bridge: {port: [{name: eno2}]}}
                            - {name: eno2, type: ethernet, state: up, mtu: %d}
                  networks:
                    - name: Control
                      nameLower: ctlplane
                      isControlPlane: true
                      subnets:
                        - name: ctlplane
                          attachConfiguration: br-ctl
                          ipv4: {cidr: 192.0.2.0/24, gateway: 192.0.2.1, allocationStart: 192.0.2.100, allocationEnd: 192.0.2.200}
                %s---
                apiVersion: osp-director.openstack.org/v1beta2
                kind: OpenStackControlPlane
                metadata: {name: overcloud, namespace: cloud}
                spec:
                  openStackRelease: "16.2"
                  openStackClientNetworks: [ctlplane]
                  openStackClientStorageClass: nfs
                  passwordSecret: password
                  virtualMachineRoles:
                    Controller:
                      roleName: Controller
                      roleCount: %d
                      isTripleoRole: true
                      cores: 4
                      memory: 16
                      ctlplaneInterface: enp2s0
                      networks: [%s]
                      rootDisk: {name: rootdisk, diskSize: 40, baseImageVolumeName: base-img, storageClass: nfs,
                        storageAccessMode: ReadWriteMany, storageVolumeMode: Filesystem}
                """.formatted(mtu, mtu, networks, 1 + random.nextInt(2), names);
    }
}
