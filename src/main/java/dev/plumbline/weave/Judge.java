package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Weighs the claims about each step. What is proven stands over what is inferred; two proven ways where only one can be
 * contradict each other; two inferred ones are ambiguous; an observation that denies a proven step contradicts it, and
 * silences an inferred one.
 */
final class Judge {

    /** Steps with one device on either side: two devices that claim the same other end cannot both be right. */
    private static final Set<Step> ONE_TO_ONE = EnumSet.of(Step.VIRTIO, Step.PEER);

    /** Steps from a master to its port. */
    private static final Set<Step> OWNING = EnumSet.of(Step.MEMBER, Step.BOND);

    private static final Comparator<Judged> STRONGEST =
            Comparator.comparing(Judged::verdict).thenComparing(Judged::step).thenComparing(Judged::to);

    private Judge() {}

    static Judgement judge(Collection<Claim> claims) {
        Map<DeviceId, List<Claim.Leads>> leads = new TreeMap<>();
        Map<DeviceId, List<Claim.Denies>> denials = new TreeMap<>();
        for (Claim claim : claims) {
            switch (claim) {
                case Claim.Leads lead ->
                    leads.computeIfAbsent(lead.from(), _ -> new ArrayList<>()).add(lead);
                case Claim.Denies denial ->
                    denials.computeIfAbsent(denial.from(), _ -> new ArrayList<>())
                            .add(denial);
            }
        }
        SortedMap<DeviceId, List<Judged>> steps = new TreeMap<>();
        leads.forEach((from, all) -> steps.put(from, steps(all, denials.getOrDefault(from, List.of()))));
        return new Judgement(onePortOneMaster(oneToOne(steps), denials), denials);
    }

    private static List<Judged> steps(List<Claim.Leads> leads, List<Claim.Denies> denials) {
        List<Judged> merged = merged(leads).stream()
                .flatMap(step -> heard(step, denials).stream())
                .toList();
        List<Judged> forks = strongestOf(merged.stream().filter(Judged::fork).toList());
        List<Judged> single = merged.stream().filter(step -> !step.fork()).toList();
        boolean forkHolds = !forks.isEmpty() && forks.getFirst().verdict() == Verdict.PROVEN;
        return forkHolds || single.isEmpty() ? forks : List.of(oneOf(single));
    }

    /** One judged step for each device that claims lead to, by the strongest rule; the others are its witnesses. */
    private static List<Judged> merged(List<Claim.Leads> leads) {
        Map<String, List<Claim.Leads>> byEnd = new TreeMap<>();
        leads.forEach(lead -> byEnd.computeIfAbsent(lead.step() + " " + lead.to(), _ -> new ArrayList<>())
                .add(lead));
        List<Judged> merged = new ArrayList<>();
        for (List<Claim.Leads> same : byEnd.values()) {
            List<Claim.Leads> ranked = same.stream()
                    .sorted(Comparator.comparing(Claim.Leads::worth)
                            .thenComparing(Claim.Leads::rule)
                            .thenComparing(lead -> lead.evidence().isEmpty()
                                    ? ""
                                    : lead.evidence().getFirst().toString()))
                    .toList();
            Claim.Leads best = ranked.getFirst();
            List<Origin> evidence = best.evidence().stream().distinct().sorted().toList();
            List<Hop.Witness> also = ranked.stream()
                    .skip(1)
                    .filter(lead -> !lead.rule().equals(best.rule()))
                    .map(lead -> new Hop.Witness(lead.rule(), "the same step by another rule", lead.evidence()))
                    .toList();
            merged.add(new Judged(
                    best.from(),
                    best.step(),
                    best.to(),
                    best.fork(),
                    best.worth(),
                    best.rule(),
                    evidence,
                    best.premises(),
                    also,
                    List.of()));
        }
        return merged;
    }

    private static List<Judged> heard(Judged step, List<Claim.Denies> denials) {
        List<Claim.Denies> against =
                denials.stream().filter(denial -> denial.step() == step.step()).toList();
        if (against.isEmpty()) {
            return List.of(step);
        }
        Claim.Denies denial = against.getFirst();
        return step.verdict() == Verdict.INFERRED
                ? List.of()
                : List.of(step.contradicted("against it: " + denial.says(), denial.evidence()));
    }

    private static List<Judged> strongestOf(List<Judged> forks) {
        if (forks.isEmpty()) {
            return forks;
        }
        Map<Step, Verdict> best = new TreeMap<>();
        forks.forEach(step -> best.merge(step.step(), step.verdict(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return forks.stream()
                .filter(step -> step.verdict() == best.get(step.step()))
                .sorted(STRONGEST)
                .toList();
    }

    private static Judged oneOf(List<Judged> single) {
        List<Judged> ranked = single.stream().sorted(STRONGEST).toList();
        Judged first = ranked.getFirst();
        List<Judged> rivals = ranked.stream()
                .filter(step -> step.verdict() == first.verdict())
                .toList();
        if (rivals.size() == 1) {
            return first;
        }
        Verdict verdict =
                first.verdict().and(first.verdict() == Verdict.PROVEN ? Verdict.CONTRADICTED : Verdict.AMBIGUOUS);
        List<Hop.Candidate> candidates = rivals.stream()
                .map(step -> new Hop.Candidate(step.to(), step.verdict(), step.rule(), step.evidence()))
                .toList();
        List<Origin> evidence = rivals.stream()
                .flatMap(step -> step.evidence().stream())
                .distinct()
                .sorted()
                .toList();
        return new Judged(
                first.from(),
                first.step(),
                first.to(),
                false,
                verdict,
                first.rule(),
                evidence,
                first.premises(),
                first.also(),
                candidates);
    }

    /** A device is a port of one bridge or bond at a time: two that have it as theirs, or its own denial, stand against each other. */
    private static SortedMap<DeviceId, List<Judged>> onePortOneMaster(
            Map<DeviceId, List<Judged>> steps, Map<DeviceId, List<Claim.Denies>> denials) {
        Map<DeviceId, List<Judged>> byPort = new TreeMap<>();
        steps.values()
                .forEach(list -> list.stream()
                        .filter(step -> step.fork() && OWNING.contains(step.step()) && step.verdict() == Verdict.PROVEN)
                        .forEach(step -> byPort.computeIfAbsent(step.to(), _ -> new ArrayList<>())
                                .add(step)));
        SortedMap<DeviceId, List<Judged>> settled = new TreeMap<>(steps);
        byPort.forEach((port, owners) -> {
            List<Claim.Denies> against = denials.getOrDefault(port, List.of()).stream()
                    .filter(denial -> OWNING.contains(denial.step()))
                    .toList();
            if (owners.stream().map(Judged::from).distinct().count() > 1 || !against.isEmpty()) {
                List<Origin> evidence = Stream.concat(
                                owners.stream().flatMap(one -> one.evidence().stream()),
                                against.stream().flatMap(one -> one.evidence().stream()))
                        .toList();
                String premise = against.isEmpty()
                        ? "several have it as their port: "
                                + owners.stream().map(Judged::from).distinct().toList()
                        : "against it: " + against.getFirst().says();
                owners.forEach(step -> replace(settled, step, step.contradicted(premise, evidence)));
            }
        });
        return settled;
    }

    private static void replace(Map<DeviceId, List<Judged>> steps, Judged old, Judged other) {
        steps.computeIfPresent(
                old.from(),
                (_, list) ->
                        list.stream().map(one -> one.equals(old) ? other : one).toList());
    }

    private static SortedMap<DeviceId, List<Judged>> oneToOne(Map<DeviceId, List<Judged>> steps) {
        Map<String, List<Judged>> byEnd = new TreeMap<>();
        steps.values()
                .forEach(list -> list.stream()
                        .filter(step -> ONE_TO_ONE.contains(step.step())
                                && step.verdict().compareTo(Verdict.INFERRED) <= 0)
                        .forEach(step -> byEnd.computeIfAbsent(step.step() + " " + step.to(), _ -> new ArrayList<>())
                                .add(step)));
        SortedMap<DeviceId, List<Judged>> settled = new TreeMap<>(steps);
        for (List<Judged> all : byEnd.values()) {
            Verdict best = all.stream()
                    .map(Judged::verdict)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            List<Judged> claimants =
                    all.stream().filter(step -> step.verdict() == best).toList();
            List<Origin> others = claimants.stream()
                    .flatMap(other -> other.evidence().stream())
                    .toList();
            String premise = "several devices claim it: "
                    + claimants.stream().map(Judged::from).toList();
            for (Judged step : claimants.size() > 1 ? claimants : List.<Judged>of()) {
                replace(
                        settled,
                        step,
                        best == Verdict.PROVEN ? step.contradicted(premise, others) : step.ambiguous(premise, others));
            }
        }
        return settled;
    }
}
