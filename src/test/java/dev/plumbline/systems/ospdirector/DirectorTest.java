package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.HostAddresses.Basis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectorTest {

    private static final String VM_BEFORE = """
            apiVersion: kubevirt.io/v1
            kind: VirtualMachine
            metadata:
              name: controller-0
              namespace: cloud
              labels:
                osp-director.openstack.org/name: controller
                osp-director.openstack.org/controller: osp-vmset
            spec:
              template:
                spec:
                  domain:
                    devices:
                      interfaces:
                      - {name: default, masquerade: {}, macAddress: "02:00:5e:00:53:01"}
                      - {name: ctlplane, bridge: {}, macAddress: "02:00:5e:00:53:02"}
                  networks:
                  - {name: default, pod: {}}
                  - {name: ctlplane, multus: {networkName: ctlplane}}
            """;

    @Test
    void vipsComeFirstThenTheClientThenVms() {
        Derived derived = Net.derive(Net.CONFIG, Net.plane(1, "ctlplane"));
        assertThat(address(derived, "controlplane", "ctlplane")).isEqualTo("192.0.2.10/26");
        assertThat(address(derived, "openstackclient-0", "ctlplane")).isEqualTo("192.0.2.11/26");
        assertThat(address(derived, "controller-0", "ctlplane")).isEqualTo("192.0.2.12/26");
        assertThat(derived.addresses()
                        .hosts()
                        .get("controlplane")
                        .bySubnet()
                        .get("ctlplane")
                        .basis())
                .isEqualTo(Basis.FIRST_FREE);
        assertThat(derived.addresses()
                        .hosts()
                        .get("controller-0")
                        .bySubnet()
                        .get("ctlplane")
                        .basis())
                .isEqualTo(Basis.FIRST_FREE_OF_SEVERAL);
        assertThat(rules(derived)).containsExactly("address-order-open");
    }

    @Test
    void everyValuePointsAtWhatAsksForIt() {
        Derived derived = Net.derive(Net.CONFIG, Net.plane(1, "ctlplane", "backup"));
        Tree definition =
                Net.object(derived, "NetworkAttachmentDefinition", "backup").tree();
        assertThat(definition.at("metadata", "name").spot().origin().text()).isEqualTo("- name: backup");
        assertThat(definition.at("spec", "config").spot().origin().text()).isEqualTo("attachConfiguration: lan");
        Tree net = Net.object(derived, "OpenStackNet", "backup").tree();
        assertThat(net.at("spec", "vlan").spot().origin().text()).isEqualTo("vlan: 77");
        assertThat(net.at("spec", "cidr").spot().origin().text()).isEqualTo("cidr: 198.51.100.0/24");
        Tree nic = Net.object(derived, "VirtualMachine", "controller-0")
                .tree()
                .at("spec", "template", "spec", "networks")
                .items()
                .get(1);
        assertThat(nic.at("multus", "networkName").spot().origin().text()).isEqualTo("networks: [ctlplane, backup]");
    }

    @Test
    void nicsOfANewVmStandInTheByteOrderOfSubnets() {
        assertThat(nics(Net.derive(Net.CONFIG, Net.plane(1, "ctlplane", "backup"))))
                .containsExactly("default", "backup", "ctlplane");
    }

    @Test
    void aNewNetworkOfAnOldVmComesLastAndMacsStay() {
        Derived derived = Net.derive(Net.CONFIG, Net.plane(1, "ctlplane", "backup"), VM_BEFORE);
        assertThat(nics(derived)).containsExactly("default", "ctlplane", "backup");
        assertThat(interfaces(derived).get(1).at("macAddress").text()).isEqualTo("02:00:5e:00:53:02");
    }

    @Test
    void anExhaustedPoolIsToldAndItsHostsHaveNoVm() {
        Derived derived = Net.derive(Net.CONFIG, Net.plane(9, "ctlplane"));
        assertThat(rules(derived)).containsExactly("address-order-open", "pool-exhausted");
        assertThat(derived.obstacles())
                .extracting(Obstacle::what)
                .contains("subnet ctlplane has no address left for 6 of 9 hosts of Controller");
        assertThat(derived.objects())
                .filteredOn(each -> each.kind().equals("VirtualMachine"))
                .extracting(DerivedObject::name)
                .containsExactly("controller-0", "controller-1", "controller-2");
    }

    @Test
    void hostsAreServedInTheOrderOfTheirNamesAsTexts() {
        Derived derived = Net.derive(Net.CONFIG, Net.plane(11, "backup"));
        assertThat(address(derived, "controller-10", "backup")).isEqualTo("198.51.100.12/24");
        assertThat(address(derived, "controller-2", "backup")).isEqualTo("198.51.100.13/24");
    }

    @Test
    void withoutAnnotationNoHostGoes() {
        List<ApiResource> before = Net.resources(Net.CONFIG, Net.plane(2, "backup"));
        List<ApiResource> smaller = new ArrayList<>(Manifests.after(before, Net.derive(before)));
        smaller.removeIf(each -> each.kind().equals("OpenStackControlPlane"));
        smaller.addAll(Net.resources(Net.plane(1, "backup")));
        Derived derived = Net.derive(smaller);
        assertThat(rules(derived)).contains("scale-down-not-annotated");
        assertThat(derived.addresses().hosts()).containsKeys("controller-0", "controller-1");
        assertThat(derived.removedHosts()).isEmpty();
    }

    @Test
    void whatIsNotThereIsAnObstacleNoCrash() {
        Derived derived = Net.derive(Net.CONFIG, Net.plane(1, "ctlplane", "lost"));
        assertThat(rules(derived)).contains("subnet-unknown");
        assertThat(derived.objects()).noneMatch(each -> each.kind().equals("VirtualMachine"));
        Derived wrong = Net.derive(Net.CONFIG.replace("attachConfiguration: lan", "attachConfiguration: wan"));
        assertThat(rules(wrong)).containsOnly("attach-configuration-unknown");
        assertThat(Net.derive(Net.plane(1, "ctlplane")).obstacles())
                .extracting(Obstacle::rule)
                .containsExactly("net-config-missing");
    }

    @Test
    void sriovIsRecognisedAndNotPromised() {
        String sriov = Net.CONFIG
                .replace("    lan:\n", """
                    fast:
                      nodeSriovConfigurationPolicy:
                        desiredState: {port: ens3, numVfs: 4}
                    lan:
                """)
                .replace(
                        "      attachConfiguration: lan\n      vlan: 77",
                        "      attachConfiguration: fast\n      vlan: 77");
        Derived derived = Net.derive(sriov, Net.plane(1, "backup"));
        assertThat(rules(derived)).contains("sriov-not-planned");
        Tree attachment =
                Net.object(derived, "OpenStackNetAttachment", "fast-sriov").tree();
        assertThat(attachment
                        .at("spec", "attachConfiguration", "nodeSriovConfigurationPolicy", "desiredState", "mtu")
                        .text())
                .isEqualTo("9000");
        assertThat(derived.objects())
                .noneMatch(each -> each.kind().equals("NetworkAttachmentDefinition")
                        && each.name().startsWith("backup"));
        assertThat(interfaces(derived).get(1).at("sriov").present()).isTrue();
    }

    @Test
    void aCountThatIsASlipOfTheFingerEndsSoon() {
        Derived derived = Net.derive(Net.CONFIG, Net.plane(2_000_000_000, "backup"));
        assertThat(rules(derived)).contains("too-many-hosts", "pool-exhausted");
    }

    @Test
    void macsOfNicsAreNotInvented() {
        assertThat(interfaces(Net.derive(Net.CONFIG, Net.plane(1, "backup"))))
                .allMatch(nic -> !nic.at("macAddress").present());
    }

    private static List<Tree> interfaces(Derived derived) {
        return Net.object(derived, "VirtualMachine", "controller-0")
                .tree()
                .at("spec", "template", "spec", "domain", "devices", "interfaces")
                .items();
    }

    private static List<String> nics(Derived derived) {
        return interfaces(derived).stream().map(nic -> nic.at("name").text()).toList();
    }

    private static String address(Derived derived, String host, String subnet) {
        return derived.addresses().of(host, subnet).map(Tree::text).orElse("none");
    }

    private static List<String> rules(Derived derived) {
        return derived.obstacles().stream()
                .map(Obstacle::rule)
                .distinct()
                .sorted()
                .toList();
    }
}
