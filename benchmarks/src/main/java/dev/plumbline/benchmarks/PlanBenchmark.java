package dev.plumbline.benchmarks;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.plan.Blueprint;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.systems.kubernetes.ObjectStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A plan from the manifests' text. {@code director}: the example's environment with that many controllers, which are few
 * lines that become many objects; {@code plain}: that many VirtualMachines of seven NICs. Fifty nodes. The floor reads the
 * same text to trees.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlanBenchmark {

    private static final int NODES = 50;

    @Param({"10", "100", "1000"})
    public int vms;

    @Param({"director", "plain"})
    public String kind;

    private Observation manifests;

    @Setup
    public void make() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < NODES; i++) {
            text.append("---\napiVersion: v1\nkind: Node\nmetadata: {name: node-")
                    .append(i)
                    .append(", labels: {node-role.kubernetes.io/worker: \"\"}}\n");
        }
        if (kind.equals("director")) {
            director(text);
        } else {
            plain(text);
        }
        List<Line> lines = new ArrayList<>();
        text.toString().lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        manifests = Observation.ofFile("manifests.yaml", "", Vantage.of(Scope.ofCluster(), Standing.STATED), lines);
    }

    /** Every subnet with room for all: 172.17.0.0/24 becomes 172.17.0.0/16. */
    private void director(StringBuilder text) throws IOException {
        Path example = Path.of("examples/seed-environment");
        String network = Files.readString(example.resolve("network.yaml"))
                .replaceAll("(cidr: [0-9]+\\.[0-9]+)\\.0\\.0/24", "$1.0.0/16")
                .replaceAll("(allocationEnd: [0-9]+\\.[0-9]+)\\.0\\.", "$1.200.");
        text.append("---\n").append(network);
        text.append("---\n")
                .append(Files.readString(example.resolve("controlplane.yaml"))
                        .replace("roleCount: 1", "roleCount: " + vms));
    }

    private void plain(StringBuilder text) {
        for (int net = 1; net <= 6; net++) {
            text.append("---\napiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata: {name: net-")
                    .append(net)
                    .append(
                            ", namespace: shop}\nspec:\n  config: '{\"cniVersion\":\"0.3.1\",\"type\":\"bridge\",\"bridge\":\"br-")
                    .append(net)
                    .append("\",\"mtu\":9000,\"vlan\":")
                    .append(net * 10)
                    .append(
                            "}'\n---\napiVersion: nmstate.io/v1\nkind: NodeNetworkConfigurationPolicy\nmetadata: {name: br-")
                    .append(net)
                    .append("}\nspec:\n  desiredState:\n    interfaces:\n    - {name: br-")
                    .append(net)
                    .append(", type: linux-bridge, state: up, mtu: 9000, bridge: {port: [{name: eno")
                    .append(net)
                    .append("}]}}\n");
        }
        for (int vm = 0; vm < vms; vm++) {
            text.append("---\napiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata:\n  name: vm-")
                    .append(vm)
                    .append(
                            "\n  namespace: shop\nspec:\n  template:\n    spec:\n      nodeSelector: {kubernetes.io/hostname: node-")
                    .append(vm % NODES)
                    .append(
                            "}\n      domain:\n        devices:\n          interfaces:\n          - {name: default, masquerade: {}}\n");
            for (int net = 1; net <= 6; net++) {
                text.append("          - {name: net-").append(net).append(", bridge: {}}\n");
            }
            text.append("      networks:\n      - {name: default, pod: {}}\n");
            for (int net = 1; net <= 6; net++) {
                text.append("      - {name: net-")
                        .append(net)
                        .append(", multus: {networkName: net-")
                        .append(net)
                        .append("}}\n");
            }
        }
    }

    @Benchmark
    public Blueprint plan() {
        return Planner.plan(
                ObjectStream.of(manifests, false).objects(),
                new PlanOptions(KubevirtVersion.DEFAULT, List.of(), Optional.empty()));
    }

    @Benchmark
    public ObjectStream floor() {
        return ObjectStream.of(manifests, false);
    }
}
