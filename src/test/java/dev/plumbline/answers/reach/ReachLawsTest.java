package dev.plumbline.answers.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.Evidence;
import dev.plumbline.answers.TargetException;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Fact;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Weaver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What holds of every ping that is foretold, whatever the network. */
class ReachLawsTest {

    /** At each MTU's payload, at the last byte that bridges and veths pass above it, and one more. */
    private static final List<Integer> SIZES =
            List.of(0, 56, 1372, 1373, 1376, 1377, 1472, 1473, 1476, 1477, 8972, 8973, 8976, 8977, Question.LARGEST);

    /** What bridges and veths pass above their MTU; bytes. */
    private static final int SLACK = 4;

    private static final int HEADERS = 28;

    /** Outcomes change with the size in this order only. */
    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case ARRIVES, LEAVES, UNKNOWN -> 0;
            case UNSTABLE -> 1;
            case DIES -> 2;
        };
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void what_comes_through_at_a_size_comes_through_at_every_smaller_one(@ForAll("nets") AnyNet net) throws Exception {
        Reachability reach = reach(net);
        for (String from : net.senders()) {
            for (String to : net.goals()) {
                ReachItem before = ask(reach, from, to, 0);
                Statistics.collect(before.outcome());
                for (int size : SIZES) {
                    ReachItem item = ask(reach, from, to, size);
                    String what = "%s to %s at %s: %s after %s".formatted(from, to, size, brief(item), brief(before));
                    assertThat(rank(item.outcome())).as(what).isGreaterThanOrEqualTo(rank(before.outcome()));
                    assertThat(item.outcome() == before.outcome() || rank(item.outcome()) > 0)
                            .as(what)
                            .isTrue();
                    before = item;
                }
            }
        }
        Statistics.coverage(met -> {
            for (Outcome outcome : Outcome.values()) {
                met.check(outcome).count(count -> count > 0);
            }
        });
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void the_path_mtu_is_what_passes_at_most(@ForAll("nets") AnyNet net) throws Exception {
        Reachability reach = reach(net);
        for (String from : net.senders()) {
            for (String to : net.goals()) {
                ReachItem small = ask(reach, from, to, 0);
                if (small.outcome() == Outcome.ARRIVES && small.pathMtu().isPresent()) {
                    int payload = small.pathMtu().getAsInt() - HEADERS;
                    String what = from + " to " + to + " " + payload;
                    ReachItem full = ask(reach, from, to, payload);
                    // The way back may be another, and narrower; and so may one of several ways out.
                    assertThat(full.outcome() == Outcome.ARRIVES
                                    || full.outcome() == Outcome.UNSTABLE
                                    || full.reason().startsWith("the answer: "))
                            .as("%s: %s", what, brief(full))
                            .isTrue();
                    ReachItem more = ask(reach, from, to, payload + SLACK + 1);
                    assertThat(more.outcome()).as("%s: %s", what, brief(more)).isNotEqualTo(Outcome.ARRIVES);
                }
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void the_order_of_facts_does_not_matter(@ForAll("nets") AnyNet net, @ForAll long seed) throws Exception {
        List<Fact> facts = new ArrayList<>(Evidence.of(net.gathered()).facts());
        Reachability straight = reach(facts);
        Collections.shuffle(facts, new Random(seed));
        Reachability shuffled = reach(facts);
        for (String from : net.senders()) {
            for (String to : net.goals()) {
                assertThat(ask(shuffled, from, to, 1473)).isEqualTo(ask(straight, from, to, 1473));
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void where_it_ends_is_a_device_of_the_topology(@ForAll("nets") AnyNet net, @ForAll long seed) throws Exception {
        Topology topology = Weaver.weave(
                        Evidence.of(net.less(new Random(seed), 0.1)).facts())
                .topology();
        Set<DeviceId> devices = topology.devices().stream().map(Device::id).collect(Collectors.toSet());
        // What only a domain's listing names stands on paths alone.
        topology.machines()
                .forEach(machine -> machine.nics()
                        .forEach(nic -> devices.addAll(devices(nic.path().hops()))));
        // And what only a route names.
        topology.settings()
                .routes()
                .forEach(route -> route.device().ifPresent(device -> devices.add(new DeviceId(route.scope(), device))));
        Reachability reach = new Reachability(topology, Optional.empty());
        for (String from : net.senders()) {
            for (String to : net.goals()) {
                Optional<ReachItem> item = tried(reach, from, to, 1473);
                item.flatMap(ReachItem::at)
                        .filter(at -> !at.name().isEmpty())
                        .ifPresent(at -> assertThat(devices)
                                .as("%s to %s: %s", from, to, brief(item.get()))
                                .contains(at));
                item.ifPresent(
                        told -> assertThat(told.reason().isEmpty()).isEqualTo(told.outcome() == Outcome.ARRIVES));
            }
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void lost_outputs_prove_nothing_that_all_of_them_deny(
            @ForAll("nets") AnyNet net, @ForAll long seed, @ForAll("rates") double rate) throws Exception {
        Reachability whole = reach(net);
        Reachability part = reach(Evidence.of(net.less(new Random(seed), rate)).facts());
        for (String from : net.senders()) {
            for (String to : net.goals()) {
                for (int size : List.of(56, 1473)) {
                    Optional<ReachItem> less =
                            tried(part, from, to, size).filter(item -> item.verdict() == Verdict.PROVEN);
                    if (less.isPresent()) {
                        ReachItem all = ask(whole, from, to, size);
                        // Two that claim one address or MAC are a contradiction, and each of them alone is none.
                        assertThat(all.outcome() == less.get().outcome()
                                        || all.cause().endsWith("-clash"))
                                .as(
                                        "%s to %s at %s: from a part %s, from all %s",
                                        from, to, size, brief(less.get()), brief(all))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void one_pings_oneself(@ForAll("nets") AnyNet net) throws Exception {
        Reachability reach = reach(net);
        for (String address : net.goals()) {
            Optional<ReachItem> item = tried(reach, address, address, 1473);
            item.ifPresent(told -> assertThat(told.outcome()).as(brief(told)).isEqualTo(Outcome.ARRIVES));
        }
    }

    /**
     * Up to what both send: above it one sends fragments as an answer where the other's question dies. Of machines with several
     * NICs it does not hold: they answer by the device that their routes choose, not by the one that was asked.
     */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void what_arrives_one_way_arrives_the_other(@ForAll("nets") AnyNet net) throws Exception {
        Reachability reach = reach(net);
        for (String one : net.alone()) {
            for (String other : net.alone()) {
                Optional<ReachItem> there = tried(reach, one, other, 56);
                Optional<ReachItem> back = tried(reach, other, one, 56);
                if (there.isPresent() && back.isPresent() && !one.equals(other)) {
                    int most = Math.min(mtu(there.get()), mtu(back.get()));
                    for (int size : SIZES) {
                        if (size + HEADERS <= most
                                && ask(reach, one, other, size).outcome() == Outcome.ARRIVES) {
                            // Whose MAC another claims is found by the question that its answer follows, not by one of
                            // others.
                            assertThat(ask(reach, other, one, size).outcome())
                                    .as("%s and %s at %s: %s", one, other, size, brief(there.get()))
                                    .isIn(Outcome.ARRIVES, Outcome.UNSTABLE);
                        }
                    }
                }
            }
        }
    }

    /** All that matters of it, on a line. */
    private static String brief(ReachItem item) {
        String hops = item.hops().stream()
                .map(hop -> hop.scope().path() + ":" + hop.label() + " " + hop.mtu())
                .collect(Collectors.joining(" > "));
        return "%s %s at %s, %s; path MTU %s; %s"
                .formatted(item.outcome(), item.verdict(), item.at(), item.reason(), item.pathMtu(), hops);
    }

    private static int mtu(ReachItem item) {
        return item.pathMtu().orElse(0);
    }

    private static Set<DeviceId> devices(List<Hop> hops) {
        Set<DeviceId> devices = new HashSet<>();
        hops.forEach(hop -> devices.add(new DeviceId(hop.scope(), hop.label())));
        return devices;
    }

    private static Reachability reach(AnyNet net) {
        return reach(Evidence.of(net.gathered()).facts());
    }

    private static Reachability reach(List<Fact> facts) {
        return new Reachability(Weaver.weave(facts).topology(), Optional.empty());
    }

    private static ReachItem ask(Reachability reach, String from, String to, int size) throws TargetException {
        return reach.of(new Question(from, to, size)).getFirst();
    }

    /** Empty where evidence shows no such end. */
    private static Optional<ReachItem> tried(Reachability reach, String from, String to, int size) {
        try {
            return Optional.of(ask(reach, from, to, size));
        } catch (TargetException _) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<AnyNet> nets() {
        return Arbitraries.randomValue(AnyNet::new);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(0.05, 0.15, 0.4);
    }
}
