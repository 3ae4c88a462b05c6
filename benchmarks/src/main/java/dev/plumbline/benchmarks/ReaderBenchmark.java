package dev.plumbline.benchmarks;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.linux.LinuxReaders;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** From a listing of 10,000 links to facts; the peer builds Jackson's tree of the JSON and stops there. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReaderBenchmark {

    private static final int LINKS = 10_000;

    @Param({"json", "text"})
    public String form;

    private Observation observation;
    private Reader reader;
    private String document;
    private double megabytes;

    /** What one call read, so that JMH prints MB/s beside calls a second. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Read {
        public double megabytes;
    }

    @Setup
    public void make() {
        observation = form.equals("json") ? Links.json(LINKS) : Links.text(LINKS);
        reader = LinuxReaders.all().stream()
                .filter(one -> one.reads(observation.command()))
                .findFirst()
                .orElseThrow();
        megabytes = observation.lines().stream()
                        .map(Line::text)
                        .mapToLong(String::length)
                        .sum()
                / 1e6;
        document = Links.json(LINKS).lines().getFirst().text();
    }

    @Benchmark
    public int facts(Read read) {
        read.megabytes += megabytes;
        return reader.read(observation).facts().size();
    }

    /** The peer, of the JSON whatever the form. */
    @Benchmark
    public JsonNode jacksonTree(Read read) {
        read.megabytes += document.length() / 1e6;
        return new ObjectMapper().readTree(document);
    }
}
