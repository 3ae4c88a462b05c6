package dev.plumbline.answers.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.answers.Evidence;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Fact;
import dev.plumbline.weave.Weaver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pings foretold of the example's three controllers, as it is and with lines of it changed. */
class ReachTest {

    private static final Path EXAMPLE = Path.of("examples/three-controllers.txt");

    private static final int ROUNDS = 60;
    private static final Pattern PROMPT = Pattern.compile("\\[\\S+ \\S+\\]\\$|sh-4\\.4#");
    private static final Pattern DOOR = Pattern.compile("oc debug|oc rsh|chroot|exit$|ssh");

    @TempDir
    Path folder;

    private static ReachItem ask(Reachability reachability, String from, String to, int size) throws Exception {
        return reachability.of(new Question(from, to, size)).getFirst();
    }

    private static Reachability of(List<Fact> facts) {
        return new Reachability(Weaver.weave(facts).topology(), Optional.empty());
    }

    private Reachability changed(UnaryOperator<String> change) throws Exception {
        String text = Files.readString(EXAMPLE);
        String other = change.apply(text);
        assertThat(other).isNotEqualTo(text);
        Path file = Files.writeString(folder.resolve("changed.txt"), other);
        return new Reachability(Corpus.woven(file).topology(), Optional.empty());
    }

    private static Evidence example() {
        return Corpus.evidence(EXAMPLE);
    }

    @Test
    void a_jumbo_frame_dies_at_the_veth_that_takes_1500() throws Exception {
        ReachItem item = ask(of(example().facts()), "controller-2/nic5", "172.18.0.11", 8972);
        assertThat(item.outcome()).isEqualTo(Outcome.DIES);
        assertThat(item.cause()).isEqualTo("mtu");
        assertThat(item.at().orElseThrow()).hasToString("node/ostest-worker-0:veth951abfa8");
        assertThat(item.pathMtu()).hasValue(1500);
        assertThat(item.hops()).last().satisfies(hop -> assertThat(hop.label()).isEqualTo("veth951abfa8"));
    }

    @Test
    void four_bytes_above_the_mtu_pass_a_veth_and_a_fifth_does_not() throws Exception {
        Reachability example = of(example().facts());
        assertThat(ask(example, "controller-2", "172.18.0.11", 1476).outcome()).isEqualTo(Outcome.ARRIVES);
        assertThat(ask(example, "controller-2", "172.18.0.11", 1477).outcome()).isEqualTo(Outcome.DIES);
    }

    @Test
    void a_tap_that_takes_more_than_its_mtu_narrows_the_way_back_only() throws Exception {
        Reachability narrow = changed(text -> {
            int ofSender = text.lastIndexOf("\n23: tap6:");
            return text.substring(0, ofSender) + text.substring(ofSender).replaceFirst("mtu 9000", "mtu 1500");
        });
        assertThat(ask(narrow, "controller-2", "172.20.0.11", 56).pathMtu()).hasValue(9000);
        ReachItem item = ask(narrow, "controller-2", "172.20.0.11", 8972);
        assertThat(item.reason()).startsWith("the answer: tap6 takes packets of up to 1500 bytes");
    }

    @Test
    void what_may_be_the_senders_own_address_is_not_proven_to_die() throws Exception {
        ReachItem item = ask(of(example().facts()), "controller-2", "172.17.0.99", 1473);
        assertThat(item.cause()).isEqualTo("mtu");
        assertThat(item.verdict()).isEqualTo(Verdict.INFERRED);
        assertThat(item.premises()).isNotEmpty();
    }

    @Test
    void the_sender_itself_sends_no_byte_above_its_mtu() throws Exception {
        ReachItem item = ask(of(example().facts()), "controller-2", "172.17.0.11", 1473);
        assertThat(item.outcome()).isEqualTo(Outcome.DIES);
        assertThat(item.at().orElseThrow().scope().path()).isEqualTo("guest/openstack/controller-2");
    }

    @Test
    void what_nobody_here_has_leaves() throws Exception {
        ReachItem item = ask(of(example().facts()), "controller-2", "172.18.0.1", 56);
        assertThat(item.outcome()).isEqualTo(Outcome.LEAVES);
        assertThat(item.verdict()).isEqualTo(Verdict.INFERRED);
    }

    @Test
    void a_bridge_that_is_down_lets_nothing_pass() throws Exception {
        Reachability down = changed(text -> text.replaceAll("(br-osp: <BROADCAST,MULTICAST),UP,LOWER_UP>", "$1>"));
        ReachItem item = ask(down, "controller-2", "172.18.0.11", 56);
        assertThat(item.outcome()).isEqualTo(Outcome.DIES);
        assertThat(item.cause()).isEqualTo("bridge-down");
    }

    @Test
    void an_end_without_a_nic_is_asked_for_on_every_network_that_both_have() throws Exception {
        assertThat(of(example().facts()).of(new Question("controller-2", "controller-0", 56)))
                .extracting(ReachItem::to)
                .containsExactly(
                        "controller-0/nic2",
                        "controller-0/nic3",
                        "controller-0/nic4",
                        "controller-0/nic5",
                        "controller-0/nic6",
                        "controller-0/nic7");
    }

    @Test
    void what_arrives_at_a_size_arrives_at_every_smaller_one() throws Exception {
        Reachability example = of(example().facts());
        for (String to : List.of("172.18.0.11", "172.20.0.11", "172.17.0.11", "172.18.0.1")) {
            boolean lost = false;
            for (int size = 0; size < 9100; size += 13) {
                boolean dies = ask(example, "controller-2", to, size).outcome() == Outcome.DIES;
                assertThat(dies).as("%s at %s", to, size).isIn(lost, true);
                lost = dies;
            }
            assertThat(lost).isTrue();
        }
    }

    @Test
    void the_order_of_facts_does_not_matter() throws Exception {
        List<Fact> facts = new ArrayList<>(example().facts());
        List<ReachItem> before = of(facts).of(new Question("controller-2", "controller-0", 56));
        Collections.shuffle(facts, new Random(7));
        assertThat(of(facts).of(new Question("controller-2", "controller-0", 56)))
                .isEqualTo(before);
    }

    @Test
    void lost_outputs_and_lines_prove_nothing_that_all_of_them_deny() throws Exception {
        Reachability whole = of(example().facts());
        List<String> lines = Files.readAllLines(EXAMPLE);
        Random random = new Random(11);
        int asked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path file = Files.write(folder.resolve("less.txt"), less(lines, random, round % 2 == 0));
            Reachability part = new Reachability(Corpus.woven(file).topology(), Optional.empty());
            for (int size : List.of(56, 1472, 8972)) {
                for (String to : List.of("172.18.0.11", "172.17.0.11", "172.20.0.11", "10.0.0.1")) {
                    Optional<ReachItem> item = tried(part, to, size);
                    if (item.filter(told -> told.verdict() == Verdict.PROVEN).isPresent()) {
                        asked++;
                        assertThat(item.get().outcome())
                                .as(
                                        "%s %s in round %s: %s",
                                        to, size, round, item.get().reason())
                                .isEqualTo(ask(whole, "controller-2", to, size).outcome());
                    }
                }
            }
        }
        assertThat(asked).isPositive();
    }

    /** Without some outputs, or some lines of them; who is asked where stays. */
    private static List<String> less(List<String> lines, Random random, boolean outputs) {
        List<String> kept = new ArrayList<>();
        boolean lost = false;
        for (String line : lines) {
            boolean prompt = PROMPT.matcher(line).lookingAt();
            if (prompt) {
                lost = outputs && !DOOR.matcher(line).find() && random.nextInt(8) == 0;
            }
            if (!lost && (prompt || outputs || random.nextInt(25) > 0)) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static Optional<ReachItem> tried(Reachability part, String to, int size) throws Exception {
        try {
            return Optional.of(ask(part, "controller-2", to, size));
        } catch (dev.plumbline.answers.TargetException gone) {
            return Optional.empty();
        }
    }
}
