package dev.plumbline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.answers.reach.Outcome;
import dev.plumbline.answers.reach.Question;
import dev.plumbline.answers.reach.ReachItem;
import dev.plumbline.answers.reach.Reachability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is foretold of captures of real labs against the pings that were sent there. Only where the corpus is there. */
class CapturesPingsTest {

    @TestFactory
    Stream<DynamicTest> every_ping_is_foretold() {
        List<Path> scenarios = Corpus.scenarios();
        if (scenarios.isEmpty()) {
            System.out.println("CapturesPingsTest: no corpus at " + Corpus.ROOT);
        }
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.getFileName().toString(), () -> check(scenario)));
    }

    private static void check(Path scenario) throws Exception {
        JsonNode truth = JsonMapper.shared().readTree(Files.readString(scenario.resolve("truth.json")));
        Reachability reachability =
                new Reachability(Corpus.woven(scenario.resolve("capture")).topology(), Optional.empty());
        Set<String> machines = truth.get("nics")
                .valueStream()
                .map(nic -> nic.get("vm").asString())
                .collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (JsonNode ping : truth.get("pings")) {
            Question question = new Question(
                    ping.get("from").asString(),
                    ping.get("ip").asString(),
                    ping.get("size").asInt());
            ReachItem item = reachability.of(question).getFirst();
            counts.merge(item.outcome(), 1, Integer::sum);
            if (!agree(ping, machines.contains(ping.get("to").asString()), item.outcome())) {
                wrong.add(question + " ok=" + ping.get("ok") + " foretold " + item.outcome() + " " + item.reason());
            }
        }
        System.out.println("CapturesPingsTest: " + scenario.getFileName() + ": " + counts + ", wrong " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(counts).doesNotContainKey(Outcome.UNKNOWN);
    }

    /** @param seen whether the end is in the evidence, as no router outside is */
    private static boolean agree(JsonNode ping, boolean seen, Outcome outcome) {
        if (ping.get("ok").asBoolean()) {
            return outcome == Outcome.ARRIVES || !seen && outcome == Outcome.LEAVES;
        }
        boolean flaps = ping.path("intermittent").asBoolean(false);
        return outcome == Outcome.UNSTABLE || !flaps && outcome == Outcome.DIES;
    }
}
