package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.kubernetes.ObjectStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for all resources, whatever they ask for. */
class DirectorPropertyTest {

    @Property(tries = 150)
    void noAddressIsGivenTwiceAndAllLieInTheirSubnet(@ForAll long seed) {
        Derived derived = Net.derive(resources(new Random(seed)));
        for (DerivedObject net : nets(derived)) {
            Prefix prefix = Prefix.parse(net.tree().at("spec", "cidr").text()).orElseThrow();
            Set<String> given = new HashSet<>();
            net.tree().at("status", "reservations").fields().values().forEach(each -> {
                String ip = each.at("ip").text();
                assertThat(given.add(ip)).as(ip + " is given once").isTrue();
                assertThat(prefix.contains(Ip.parse(ip).orElseThrow())).as(ip).isTrue();
            });
        }
        derived.addresses()
                .hosts()
                .values()
                .forEach(host -> host.bySubnet()
                        .forEach((subnet, address) ->
                                assertThat(address.value().text()).contains("/")));
    }

    @Property(tries = 60)
    void theOrderOfResourcesDoesNotMatter(@ForAll long seed) {
        List<ApiResource> resources = resources(new Random(seed));
        List<ApiResource> shuffled = new ArrayList<>(resources);
        Collections.shuffle(shuffled, new Random(~seed));
        Derived one = Net.derive(resources);
        Derived other = Net.derive(shuffled);
        assertThat(Yaml.of(other.objects())).isEqualTo(Yaml.of(one.objects()));
        assertThat(other.objects()).isEqualTo(one.objects());
        assertThat(other.obstacles()).isEqualTo(one.obstacles());
        assertThat(other.addresses()).isEqualTo(one.addresses());
    }

    @Property(tries = 60)
    void whatIsDerivedStaysAsItIsWhenItIsThereAlready(@ForAll long seed) {
        List<ApiResource> resources = resources(new Random(seed));
        Derived first = Net.derive(resources);
        Derived second = Net.derive(Manifests.after(resources, first));
        assertThat(Yaml.of(second.objects())).isEqualTo(Yaml.of(first.objects()));
        assertThat(Yaml.of(second.completed())).isEqualTo(Yaml.of(first.completed()));
    }

    @Property(tries = 60)
    void oldHostsKeepTheirAddressesWhenNewOnesCome(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int more) {
        List<ApiResource> before = resources(new Random(seed));
        Derived first = Net.derive(before);
        List<ApiResource> grown = new ArrayList<>(Manifests.after(before, first));
        grown.removeIf(each -> each.kind().equals("OpenStackControlPlane"));
        grown.addAll(Manifests.text("plane.yaml", plane(new Random(new Random(seed).nextLong()), more)));
        Derived second = Net.derive(grown);
        first.addresses()
                .hosts()
                .forEach((name, host) -> host.bySubnet()
                        .forEach((subnet, address) -> assertThat(
                                        second.addresses().of(name, subnet).map(Tree::text))
                                .contains(address.value().text())));
    }

    @Property(tries = 200)
    void anyTextAtAnyPlaceIsNoCrash(@ForAll String odd, @ForAll long seed) {
        List<String> lines = new ArrayList<>((Net.CONFIG + "---\n" + Net.plane(2, "ctlplane", "backup"))
                .lines()
                .toList());
        int at = new Random(seed).nextInt(lines.size());
        int colon = lines.get(at).indexOf(": ");
        lines.set(at, (colon < 0 ? lines.get(at) : lines.get(at).substring(0, colon + 2)) + JsonText.of(odd));
        List<ApiResource> resources =
                ObjectStream.of(Manifests.observation("odd.yaml", lines), false).objects();
        InputsReader.read(resources)
                .inputs()
                .forEach(inputs ->
                        assertThat(Director.derive(inputs).obstacles()).isNotNull());
    }

    private static List<DerivedObject> nets(Derived derived) {
        return derived.objects().stream()
                .filter(each -> each.kind().equals("OpenStackNet"))
                .toList();
    }

    private static List<ApiResource> resources(Random random) {
        List<ApiResource> all = new ArrayList<>();
        long seed = random.nextLong();
        all.addAll(Manifests.text("nets.yaml", config(new Random(seed))));
        all.addAll(Manifests.text("plane.yaml", plane(new Random(seed), 0)));
        all.addAll(Manifests.text("metal.yaml", metal(new Random(seed))));
        return all;
    }

    private static int networks(Random random) {
        return 1 + random.nextInt(4);
    }

    private static String config(Random random) {
        int networks = networks(random);
        StringBuilder yaml = new StringBuilder("""
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackNetConfig
                metadata: {name: nets, namespace: cloud}
                spec:
                  attachConfigurations:
                    a: {nodeNetworkConfigurationPolicy: {desiredState: {interfaces: [{name: br-a, bridge: {}}]}}}
                """);
        yaml.append("  preserveReservations: ").append(random.nextBoolean()).append('\n');
        yaml.append("  networks:\n");
        List<String> bases = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            boolean v6 = random.nextInt(3) == 0;
            String base = v6 ? "2001:db8:" + i + "::" : "10." + i + ".0.";
            bases.add(base);
            int start = v6 ? 10 : 1 + random.nextInt(200);
            int size = 1 + random.nextInt(15);
            yaml.append("  - name: Net")
                    .append(i)
                    .append("\n    nameLower: net_")
                    .append(i);
            yaml.append("\n    vip: ").append(random.nextBoolean());
            yaml.append("\n    subnets:\n    - name: net_").append(i).append("\n      attachConfiguration: a\n");
            yaml.append(v6 ? "      ipv6:\n" : "      ipv4:\n");
            yaml.append("        cidr: ")
                    .append(v6 ? base + "/64" : base + "0/24")
                    .append('\n');
            yaml.append("        allocationStart: ").append(base).append(start).append('\n');
            yaml.append("        allocationEnd: ")
                    .append(base)
                    .append(start + size)
                    .append('\n');
        }
        yaml.append("  reservations:\n    nobody-0: {}\n");
        for (int host = 0; host < 3; host++) {
            if (random.nextBoolean()) {
                int last = 2 + host * 80 + random.nextInt(60);
                yaml.append("    worker-").append(host).append(":\n      ipReservations:\n");
                yaml.append("        net_0: ")
                        .append(bases.getFirst())
                        .append(last)
                        .append('\n');
            }
        }
        return yaml.toString();
    }

    private static String plane(Random random, int more) {
        int networks = networks(random);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            names.add("net_" + i);
        }
        return """
                apiVersion: osp-director.openstack.org/v1beta2
                kind: OpenStackControlPlane
                metadata: {name: over, namespace: cloud}
                spec:
                  openStackRelease: "%s"
                  openStackClientNetworks: [net_0]
                  additionalServiceVIPs: {Redis: net_0}
                  virtualMachineRoles:
                    one: {roleName: Worker, roleCount: %d, networks: %s}
                    two: {roleName: Other, roleCount: %d, isTripleoRole: false, networks: [net_0]}
                """.formatted(
                random.nextBoolean() ? "17.1" : "16.2", random.nextInt(12) + more, names, random.nextInt(3) + more);
    }

    private static String metal(Random random) {
        return """
                apiVersion: osp-director.openstack.org/v1beta1
                kind: OpenStackBaremetalSet
                metadata: {name: metal, namespace: cloud}
                spec: {roleName: Compute, count: %d, networks: [net_0], ctlplaneInterface: eno1}
                """.formatted(random.nextInt(4));
    }
}
