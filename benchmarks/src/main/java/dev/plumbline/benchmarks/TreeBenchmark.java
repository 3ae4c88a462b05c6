package dev.plumbline.benchmarks;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Trees whose values know their lines, against Jackson's own trees, which do not: 10,000 links of {@code ip -j -d link}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgs = "-Xmx2g")
public class TreeBenchmark {

    private final ObjectMapper jackson = new ObjectMapper();
    private final Observation observation = Links.json(10_000);
    private String text = "";

    @Setup
    public void join() {
        text = observation.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** Its column is megabytes a second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        public double megabytes;

        @Setup(Level.Iteration)
        public void clear() {
            megabytes = 0;
        }

        void count(String input) {
            megabytes += input.length() / 1e6;
        }
    }

    @Benchmark
    public Document ours(Read read) {
        read.count(text);
        return Document.json(observation);
    }

    @Benchmark
    public JsonNode peerReadTree(Read read) {
        read.count(text);
        return jackson.readTree(text.getBytes(StandardCharsets.UTF_8));
    }
}
