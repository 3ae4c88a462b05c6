package dev.plumbline.benchmarks;

import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.weave.Weaver;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Hops a second from facts in memory; the floor sorts the same facts by type and origin, which weaving begins with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class WeaveBenchmark {

    @Param({"10", "100", "1000"})
    public int vms;

    private List<Fact> facts;

    /** Hops woven, so that JMH prints hops/s beside calls a second. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Woven {
        public long hops;
    }

    @Setup
    public void make() {
        facts = Fleet.of(vms);
    }

    @Benchmark
    public int weave(Woven woven) {
        int hops = Weaver.weave(facts).topology().machines().stream()
                .flatMap(machine -> machine.nics().stream())
                .mapToInt(nic -> nic.path().hops().size())
                .sum();
        woven.hops += hops;
        return hops;
    }

    @Benchmark
    public FactSet floor() {
        return FactSet.of(facts);
    }
}
