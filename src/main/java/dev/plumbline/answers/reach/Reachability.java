package dev.plumbline.answers.reach;

import dev.plumbline.answers.Access;
import dev.plumbline.answers.Need;
import dev.plumbline.answers.TargetException;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Foretells pings in a topology, planned or observed. Made once for a topology, asked as often as one likes. */
public final class Reachability {

    private final Pinger pinger;
    private final Ends ends;

    /** @param namespace of the machines that are meant; empty for all */
    public Reachability(Topology topology, Optional<String> namespace) {
        this.pinger = new Pinger(topology);
        this.ends = new Ends(topology, namespace, pinger.stacks());
    }

    /** One item an address: a machine that is named without a NIC has several. */
    public List<ReachItem> of(Question question) throws TargetException {
        Ends.Sender from = ends.sender(question.from());
        List<Ends.Goal> goals = ends.goals(question.to(), from);
        List<ReachItem> items = new ArrayList<>();
        for (Ends.Goal goal : goals) {
            String to = goal.ref().isEmpty() || goals.size() == 1 ? question.to() : goal.ref();
            Pinger.Told told = pinger.ping(from.scope(), from.device(), goal.address(), question.size());
            items.add(item(question, to, goal.address().toString(), told));
        }
        if (goals.isEmpty()) {
            items.add(new ReachItem(
                    question.from(),
                    question.to(),
                    "",
                    question.size(),
                    Outcome.UNKNOWN,
                    Verdict.UNKNOWN,
                    List.of(),
                    Optional.empty(),
                    Cause.Sort.NOT_SEEN.word(),
                    "no address of " + question.to() + " was seen",
                    OptionalInt.empty(),
                    List.of(),
                    List.of()));
        }
        return items;
    }

    private static ReachItem item(Question question, String to, String address, Pinger.Told told) {
        Optional<Cause> cause = told.cause();
        Outcome outcome = told.outcome();
        Verdict verdict = outcome == Outcome.UNKNOWN
                ? Verdict.UNKNOWN
                : outcome == Outcome.LEAVES
                        ? told.log().verdict().and(Verdict.INFERRED)
                        : told.log().verdict();
        return new ReachItem(
                question.from(),
                to,
                address,
                question.size(),
                outcome,
                verdict,
                told.log().hops(),
                cause.flatMap(Cause::at).filter(_ -> outcome != Outcome.ARRIVES),
                cause.map(one -> one.sort().word()).orElse(""),
                cause.map(Cause::says).orElse(""),
                told.log().lowest(),
                told.log().premises(),
                cause.flatMap(Cause::need).map(need -> need(question, need)).stream()
                        .toList());
    }

    private static Need need(Question question, Cause.Wanted wanted) {
        Access.Way way = Access.to(wanted.scope(), wanted.command());
        return new Need(
                "n1",
                List.of("reach " + question.from() + " " + question.to()),
                "whether a ping arrives",
                wanted.scope().path(),
                wanted.command(),
                way.line(),
                way.right());
    }
}
