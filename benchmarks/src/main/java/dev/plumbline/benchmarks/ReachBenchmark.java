package dev.plumbline.benchmarks;

import dev.plumbline.answers.TargetException;
import dev.plumbline.answers.reach.Question;
import dev.plumbline.answers.reach.Reachability;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Pings between the controllers of a plan, a thousand of them spread over all pairs. The floor walks both ends' known paths for the
 * lowest MTU, which says nothing of VLANs, routes or who answers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReachBenchmark {

    private static final int PAIRS = 1000;

    @Param({"10", "100"})
    public int vms;

    private final List<Question> questions = new ArrayList<>();
    private final List<List<Hop>> paths = new ArrayList<>();
    private Reachability reachability;

    @Setup
    public void make() throws IOException {
        PlanBenchmark plan = new PlanBenchmark();
        plan.vms = vms;
        plan.kind = "director";
        plan.make();
        Topology topology = plan.plan().topology();
        reachability = new Reachability(topology, Optional.empty());
        List<Machine> machines = topology.machines().stream()
                .filter(machine -> machine.name().startsWith("controller-"))
                .toList();
        for (int i = 0; i < PAIRS; i++) {
            Machine from = machines.get(i % machines.size());
            Machine to = machines.get((i * 7 + i / machines.size() + 1) % machines.size());
            Nic nic = to.nics().get(1 + i % (to.nics().size() - 1));
            String address = nic.addresses().getFirst().address().replaceFirst("/.*", "");
            questions.add(new Question(from.name(), address, i % 2 == 0 ? Question.DEFAULT_SIZE : 8972));
            paths.add(from.nics().get(1 + i % (from.nics().size() - 1)).path().hops());
            paths.add(nic.path().hops());
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int reach() throws TargetException {
        int hops = 0;
        for (Question question : questions) {
            hops += reachability.of(question).getFirst().hops().size();
        }
        return hops;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int floor() {
        int lowest = 0;
        for (List<Hop> path : paths) {
            lowest += path.stream().mapToInt(hop -> hop.mtu().orElse(0)).min().orElse(0);
        }
        return lowest;
    }
}
