package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.answers.diff.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The example's plan against captures of a lab of the same shape: what was broken there, and nothing else. */
class PlanAgainstCapturesTest {

    /** The lab's kernel had no VLANs in bridges, and its definitions ask for none. */
    private static final List<String> NO_VLANS = List.of(
            "network/openstack/internalapi vlan: 20 > -",
            "network/openstack/storage vlan: 30 > -",
            "network/openstack/storagemgmt vlan: 40 > -",
            "network/openstack/tenant vlan: 50 > -");

    /** What differs besides. A MAC that is there twice no plan without MACs can tell. */
    private static final Map<String, List<String>> BESIDES = Map.of(
            "duplicate-mac", List.of(),
            "healthy-single", List.of(),
            "healthy-single-qemu",
                    List.of(
                            "vm/openstack/controller-0 br-ex device: there > -",
                            "vm/openstack/controller-0 br-tenant device: there > -"),
            "mtu-lowered-veth", List.of("vm/openstack/controller-0 nic5 mtu: 9000 > 1500"),
            "ovs-port-missing", List.of("vm/openstack/controller-0 nic7 guest bridge: br-tenant > -"),
            "port-detached-node-bridge", List.of("vm/openstack/controller-1 nic4 bridge: br-osp > -"),
            "tap-swapped",
                    List.of(
                            "vm/openstack/controller-0 nic2 pod bridge: k6t-net1 > k6t-net3",
                            "vm/openstack/controller-0 nic4 pod bridge: k6t-net3 > k6t-net1"),
            "three-controllers", List.of());

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> onlyWhatWasBrokenDiffers() {
        return new TreeMap<>(BESIDES)
                .entrySet().stream()
                        .filter(each -> Files.isDirectory(capture(each.getKey())))
                        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                            Path capture = capture(each.getKey());
                            assertThat(Sided.lines(plan(capture), Sided.seen(capture)))
                                    .containsExactlyElementsOf(
                                            Stream.concat(NO_VLANS.stream(), each.getValue().stream())
                                                    .toList());
                        }));
    }

    private static Path capture(String name) {
        return Corpus.ROOT.resolve("captures").resolve(name).resolve("capture");
    }

    private Side plan(Path capture) {
        if (!Files.isDirectory(capture.resolve("guests/openstack/controller-2"))) {
            return Sided.example(KubevirtVersion.DEFAULT);
        }
        String others = String.join(
                "",
                IntStream.of(1, 2)
                        .mapToObj(PlanAgainstCapturesTest::reservations)
                        .toList());
        Sided.copy(folder, "network.yaml", "    controlplane: #", others + "    controlplane: #");
        Path three = Sided.more(folder, "controlplane.yaml", "roleCount: 1", "roleCount: 3");
        return Sided.plan(three, KubevirtVersion.DEFAULT, List.of("ostest-worker-1", "ostest-worker-2"));
    }

    private static String reservations(int i) {
        return """
            |    controller-%1$d:
            |      ipReservations:
            |        ctlplane: 172.22.0.12%1$d
            |        external: 10.0.0.2%1$d
            |        internal_api: 172.17.0.2%1$d
            |        storage: 172.18.0.2%1$d
            |        storage_mgmt: 172.19.0.2%1$d
            |        tenant: 172.20.0.2%1$d
            """.formatted(i).replace("|", "");
    }
}
