package dev.plumbline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.Finding;
import dev.plumbline.answers.Scene;
import dev.plumbline.answers.check.Checks;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Woven;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Captures of real labs against the truth that was written when they were built. Only where the corpus is there. */
class CapturesTruthTest {

    /** The rule that has to speak where a lab was broken in this way. */
    private static final Map<String, String> RULE_OF_FAULT = Map.of(
            "mtu-mismatch", "mtu-narrows",
            "port-not-in-bridge", "veth-not-in-bridge",
            "duplicate-mac", "duplicate-mac",
            "guest-ovs-port-missing", "desired-differs",
            "tap-on-wrong-k6t-bridge", "desired-differs");

    @TestFactory
    Stream<DynamicTest> truth() {
        List<Path> scenarios = Corpus.scenarios();
        if (scenarios.isEmpty()) {
            System.out.println("CapturesTruthTest: no corpus at " + Corpus.ROOT);
        }
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.getFileName().toString(), () -> check(scenario)));
    }

    private static void check(Path scenario) throws java.io.IOException {
        JsonNode truth = JsonMapper.shared().readTree(Files.readString(scenario.resolve("truth.json")));
        Woven woven = Corpus.woven(scenario.resolve("capture"));
        Tally tally = new Tally();
        for (JsonNode nic : truth.get("nics")) {
            compare(nic, nic(woven.topology(), nic), tally);
        }
        System.out.println(
                "CapturesTruthTest: " + scenario.getFileName() + ": proven of true steps by kind: " + tally.shares());
        assertThat(tally.wrong).as("proven and not true").isEmpty();
        assertThat(tally.share()).as("share of true steps that are proven").isGreaterThanOrEqualTo(0.99);
        assertThat(tally.mtus).as("path MTUs that differ").isEmpty();
        findings(truth, Checks.run(new Scene(woven)));
    }

    private static Nic nic(Topology topology, JsonNode truth) {
        return topology.machines().stream()
                .filter(machine -> machine.name().equals(truth.get("vm").asString()))
                .map(Machine::nics)
                .flatMap(List::stream)
                .filter(nic -> nic.name()
                        .equals(java.util.Optional.of(truth.get("guest_if").asString())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no NIC " + truth.get("vm") + " " + truth.get("guest_if")));
    }

    private static void compare(JsonNode truth, Nic nic, Tally tally) {
        List<String> devices = new ArrayList<>();
        for (JsonNode hop : truth.get("path")) {
            if (!hop.get("kind").asString().equals("os-net-config")) {
                devices.add(hop.get("netns").asString() + ":" + hop.get("dev").asString());
            }
        }
        List<Hop> hops = nic.path().hops();
        for (int i = 1; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            String step = device(hops.get(i - 1)) + " > " + device(hop);
            int at = devices.indexOf(device(hop));
            boolean is = at > 0 && devices.get(at - 1).equals(device(hops.get(i - 1)));
            boolean beyond = hop.kind() instanceof dev.plumbline.topology.Kind.ClusterNetwork || hop.gap();
            if (!is && !beyond && hop.verdict() == Verdict.PROVEN) {
                tally.wrong.add(truth.get("vm").asString() + "/" + nic.ref() + ": " + step);
            }
            if (is) {
                tally.count(hop.step().orElseThrow(), hop.verdict() == Verdict.PROVEN);
            }
        }
        tally.lost(devices.size()
                - 1
                - (int) hops.stream()
                        .skip(1)
                        .filter(hop -> devices.contains(device(hop)))
                        .count());
        if (truth.get("complete").asBoolean()
                && truth.get("path_mtu").isNumber()
                && nic.mtu().orElse(0) != truth.get("path_mtu").asInt()) {
            tally.mtus.add(truth.get("vm").asString() + "/" + nic.ref() + ": " + nic.mtu() + ", in truth "
                    + truth.get("path_mtu"));
        }
    }

    private static String device(Hop hop) {
        return hop.scope().name() + ":" + hop.label();
    }

    private static void findings(JsonNode truth, CheckAnswer answer) {
        for (JsonNode fault : truth.get("faults")) {
            assertThat(answer.findings())
                    .extracting(Finding::rule)
                    .contains(RULE_OF_FAULT.get(fault.get("id").asString()));
        }
        if (truth.get("healthy").asBoolean()) {
            assertThat(answer.findings())
                    .as("errors of a healthy lab")
                    .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        }
    }

    /** What was found, and what not. */
    private static final class Tally {
        private final List<String> wrong = new ArrayList<>();
        private final List<String> mtus = new ArrayList<>();
        private final Map<Step, int[]> byStep = new TreeMap<>();
        private int proven;
        private int all;

        void count(Step step, boolean isProven) {
            int[] counts = byStep.computeIfAbsent(step, _ -> new int[2]);
            counts[0] += isProven ? 1 : 0;
            counts[1]++;
            proven += isProven ? 1 : 0;
            all++;
        }

        void lost(int steps) {
            all += Math.max(0, steps);
        }

        double share() {
            return all == 0 ? 0 : (double) proven / all;
        }

        String shares() {
            StringBuilder text = new StringBuilder(proven + "/" + all);
            byStep.forEach((step, counts) -> text.append(", ")
                    .append(step.word())
                    .append(' ')
                    .append(counts[0])
                    .append('/')
                    .append(counts[1]));
            return text.toString();
        }
    }
}
