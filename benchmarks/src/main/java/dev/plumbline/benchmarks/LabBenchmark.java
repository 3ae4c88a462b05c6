package dev.plumbline.benchmarks;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.build.Builder;
import dev.plumbline.lab.build.Course;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.TopologyBuild;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Operation;
import dev.plumbline.lab.ground.Output;
import dev.plumbline.lab.ground.Programs;
import dev.plumbline.lab.ground.Visit;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.systems.kubernetes.ObjectStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds labs of seven-NIC VMs in turn with the floors: the same operations by a batch a place, and by a process each. */
public final class LabBenchmark {

    private static final LabName LAB = new LabName("speed-benchmark");
    private static final int ON_NODE = 20;

    /** In which the kernel begins to free what has ended; ms. */
    private static final int BEGUN = 300;

    /** One process an operation is slow: so many VMs are enough to know how slow. */
    private static final int FEW = 5;

    private final Kernel kernel;
    private final Labs labs;

    private LabBenchmark(Kernel kernel, Path state) {
        this.kernel = kernel;
        this.labs = new Labs(state);
    }

    /** @param arguments VMs, rounds */
    public static void main(String[] arguments) throws Exception {
        int vms = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Path state = Files.createTempDirectory("plumbline-labs");
        LabBenchmark benchmark = new LabBenchmark(Kernel.look(), state);
        LabBuild build = benchmark.build(vms);
        LabBuild few = benchmark.build(FEW);
        List<Sample> ours = new ArrayList<>();
        List<Sample> batch = new ArrayList<>();
        List<Sample> single = new ArrayList<>();
        benchmark.ours(few);
        for (int i = 0; i < rounds; i++) {
            ours.add(benchmark.ours(build).per(vms));
            batch.add(benchmark.batches(build).per(vms));
            single.add(benchmark.singles(few).per(FEW));
        }
        System.out.println(
                "| a VM of seven NICs, of " + vms + " | up, ms | down, ms | until a namespace can be made, ms |");
        System.out.println("|---|---:|---:|---:|");
        row("plumbline lab", ours);
        row("`ip -batch`, one for each place, and kill -9", batch);
        row("one `ip` for each operation (" + FEW + " VMs), and kill -9", single);
        System.out.printf(
                Locale.ROOT,
                "%nup: %.2f of the batches, one process an operation %.1f times as long; medians of %d rounds%n",
                median(ours, 0) / median(batch, 0),
                median(single, 0) / median(ours, 0),
                rounds);
        Files.deleteIfExists(state);
    }

    /** Milliseconds. */
    private record Sample(double up, double down, double free) {
        Sample per(int vms) {
            return new Sample(up / vms, down / vms, free / vms);
        }
    }

    private static double median(List<Sample> samples, int field) {
        double[] sorted = samples.stream()
                .mapToDouble(sample -> field == 0 ? sample.up() : field == 1 ? sample.down() : sample.free())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static void row(String what, List<Sample> samples) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.1f |%n",
                what,
                median(samples, 0),
                median(samples, 1),
                median(samples, 2));
    }

    private interface Way {
        void into(Anchor anchor) throws LabException;
    }

    private Sample ours(LabBuild build) throws Exception {
        return measured(anchor -> new Builder(anchor, build, kernel).run(), true);
    }

    private Sample batches(LabBuild build) throws Exception {
        return measured(anchor -> loop(anchor, build, "ip -n $1 -batch $2"), false);
    }

    private Sample singles(LabBuild build) throws Exception {
        return measured(anchor -> loop(anchor, build, "while read -r words; do ip -n $1 $words; done <$2"), false);
    }

    private Sample measured(Way way, boolean down) throws Exception {
        free();
        long start = System.nanoTime();
        labs.up(LAB, anchor -> {
            way.into(anchor);
            return "{}";
        });
        long up = System.nanoTime();
        if (down) {
            labs.down(LAB);
        } else {
            long pid = labs.standing(LAB).identity().pid();
            new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
        }
        long ended = System.nanoTime();
        free();
        long free = System.nanoTime();
        labs.down(LAB);
        return new Sample((up - start) / 1e6, (ended - up) / 1e6, (free - ended) / 1e6 - BEGUN);
    }

    /** Waits for the kernel to have freed what has ended: it makes no namespace before, once it has begun. */
    private static void free() throws LabException, InterruptedException {
        Thread.sleep(BEGUN);
        Programs.run(List.of("unshare", "-n", "true"), Map.of(), "", Duration.ofMinutes(5));
    }

    /** Links, addresses and routes alone, place after place. */
    private void loop(Anchor anchor, LabBuild build, String each) throws LabException {
        Course course = new Course(build, kernel);
        course.namespaces().run(anchor);
        StringBuilder places = new StringBuilder();
        List<Visit> visits =
                Stream.of(course.before(), course.after()).flatMap(List::stream).toList();
        try {
            for (int i = 0; i < visits.size(); i++) {
                Path file = anchor.inside("/run/lab/floor." + i);
                Files.writeString(
                        file,
                        String.join(
                                        "\n",
                                        visits.get(i).links().operations().stream()
                                                .map(Operation::line)
                                                .toList()) + "\n");
                places.append(visits.get(i).place())
                        .append(" /run/lab/floor.")
                        .append(i)
                        .append('\n');
            }
        } catch (IOException e) {
            throw new LabException("the floor's files cannot be written", e);
        }
        Output output = anchor.run(
                List.of(
                        "sh",
                        "-ec",
                        "go() { " + each + "; }; while read -r place file; do go $place $file >/dev/null; done"),
                places.toString());
        if (!output.fine()) {
            throw new LabException(output.complaint());
        }
    }

    private LabBuild build(int vms) {
        List<Line> lines = new ArrayList<>();
        manifests(vms).lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        Observation manifests = new Observation(
                "manifests.yaml",
                "",
                Vantage.of(Scope.ofCluster(), Standing.STATED),
                new Command(List.of()),
                "",
                Filter.NONE,
                new Line(0, ""),
                lines);
        var blueprint = Planner.plan(
                ObjectStream.of(manifests, false).objects(),
                new PlanOptions(KubevirtVersion.DEFAULT, List.of(), Optional.empty()));
        return TopologyBuild.of(blueprint.topology(), KubevirtVersion.DEFAULT, GuestKind.NETNS, kernel, Map.of())
                .build();
    }

    private static String manifests(int vms) {
        StringBuilder text = new StringBuilder();
        for (int net = 1; net <= 6; net++) {
            text.append("""
                    ---
                    apiVersion: k8s.cni.cncf.io/v1
                    kind: NetworkAttachmentDefinition
                    metadata: {name: net-%1$d, namespace: shop}
                    spec:
                      config: '{"cniVersion":"0.3.1","type":"bridge","bridge":"br-%1$d","mtu":9000}'
                    ---
                    apiVersion: nmstate.io/v1
                    kind: NodeNetworkConfigurationPolicy
                    metadata: {name: br-%1$d}
                    spec:
                      desiredState:
                        interfaces:
                        - {name: br-%1$d, type: linux-bridge, state: up, mtu: 9000, bridge: {port: [{name: eno%1$d}]}}
                    """.formatted(net));
        }
        for (int vm = 0; vm < vms; vm++) {
            text.append("""
                    ---
                    apiVersion: kubevirt.io/v1
                    kind: VirtualMachine
                    metadata: {name: vm-%d, namespace: shop}
                    spec:
                      template:
                        spec:
                          nodeSelector: {kubernetes.io/hostname: node-%d}
                          networks: [{name: default, pod: {}}
                    """.formatted(vm, vm / ON_NODE).stripTrailing());
            for (int net = 1; net <= 6; net++) {
                text.append(", {name: net-")
                        .append(net)
                        .append(", multus: {networkName: net-")
                        .append(net)
                        .append("}}");
            }
            text.append("]\n      domain:\n        devices:\n          interfaces: [{name: default, masquerade: {}}");
            for (int net = 1; net <= 6; net++) {
                text.append(", {name: net-").append(net).append(", bridge: {}}");
            }
            text.append("]\n");
        }
        return text.toString();
    }
}
