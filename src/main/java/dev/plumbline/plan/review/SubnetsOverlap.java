package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.Prefix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Two subnets share addresses. */
final class SubnetsOverlap implements NetConfigRule {

    private record Range(Placed placed, Prefix prefix, int order) {}

    @Override
    public String id() {
        return "subnets-overlap";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.error(
                id(),
                "Hosts on both have two ways to one address; the operator gives one address out twice, once in each.",
                "Give each subnet its own range.");
        List<Range> ranges = new ArrayList<>();
        for (Placed each : Placed.of(config)) {
            Prefix.parse(each.subnet().cidr()).ifPresent(prefix -> ranges.add(new Range(each, prefix, ranges.size())));
        }
        ranges.sort(Comparator.comparing((Range range) -> range.prefix().first().v6())
                .thenComparing(range -> range.prefix().first().value())
                .thenComparing(range -> range.prefix().length())
                .thenComparing(Range::order));
        // Of two ranges that overlap one holds the other: those that are still open stand in each other.
        Deque<Range> open = new ArrayDeque<>();
        for (Range range : ranges) {
            while (!open.isEmpty()
                    && !open.element().prefix().contains(range.prefix().first())) {
                open.remove();
            }
            if (!open.isEmpty()) {
                overlap(open.element(), range, remarks);
            }
            open.push(range);
        }
        return remarks.list();
    }

    private static void overlap(Range one, Range other, Remarks remarks) {
        Placed earlier = one.order() < other.order() ? one.placed() : other.placed();
        Placed later = one.order() < other.order() ? other.placed() : one.placed();
        remarks.at(
                later.subnet().family().at("cidr"),
                "subnets " + earlier.name() + " and " + later.name() + " overlap: "
                        + earlier.subnet().cidr() + " and " + later.subnet().cidr(),
                earlier.subnet().family().at("cidr"));
    }
}
