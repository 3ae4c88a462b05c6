package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.weave.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds proof against a reading of two names. What is only inferred, or not seen, is none: then there is no exclusion.
 */
final class Exclusions {

    private final Chart chart;
    private final Masters masters;

    Exclusions(Chart chart, Masters masters) {
        this.chart = chart;
        this.masters = masters;
    }

    /** Proof that {@code a} as an {@code s} has no {@code b} as a {@code t}; from either side, both where both prove it. */
    List<Exclusion> of(Named a, Sort s, Named b, Sort t) {
        List<Exclusion> found = new ArrayList<>();
        byLine(a, s, b, t).ifPresent(found::add);
        byLine(b, t, a, s).ifPresent(found::add);
        if (found.isEmpty() && s == Sort.NODE_BRIDGE && isPort(t)) {
            byMaster(a, b, t).ifPresent(found::addAll);
        } else if (found.isEmpty() && t == Sort.NODE_BRIDGE && isPort(s)) {
            byMaster(b, a, s).ifPresent(found::addAll);
        }
        return found;
    }

    private static boolean isPort(Sort sort) {
        return sort == Sort.VETH || sort == Sort.NODE_LINK;
    }

    /** On every line of {@code a} another thing is proven to be what {@code b} is claimed to be. */
    private Optional<Exclusion> byLine(Named a, Sort s, Named b, Sort t) {
        // An IP address may stand on several devices: one more is never ruled out.
        boolean oneValued = s.isOfOneNic() && s != Sort.ADDRESS && t != Sort.ADDRESS;
        List<Named.Place> places =
                a.places().stream().filter(place -> place.stop().sort() == s).toList();
        boolean elsewhere = a.devices().stream()
                .anyMatch(id -> chart.readings(id).contains(s)
                        && places.stream()
                                .noneMatch(place -> place.stop().device().equals(Optional.of(id))));
        boolean unseen = !chart.horizon().holdsAll(a.name(), s, t)
                || (t == Sort.GUEST_UPPER && !chart.horizon().sawUppers());
        if (!oneValued || places.isEmpty() || elsewhere || unseen) {
            return Optional.empty();
        }
        TreeSet<String> instead = new TreeSet<>();
        List<Origin> evidence = new ArrayList<>();
        for (Named.Place place : places) {
            NicLine line = chart.line(place.line());
            List<Stop> truths = line.of(t);
            boolean proven = !truths.isEmpty()
                    && truths.stream()
                            .allMatch(truth -> !truth.name().equals(b.name())
                                    && line.between(place.stop(), truth) == Verdict.PROVEN);
            if (!proven || (t == Sort.NODE_LINK && !allUplinksSeen(line))) {
                return Optional.empty();
            }
            truths.forEach(truth -> instead.add(truth.name()));
            if (evidence.size() < 16) {
                evidence.addAll(line.evidence(place.stop(), truths.getFirst()));
            }
        }
        String says = a.name() + "'s " + t.word() + " is " + listed(instead);
        return Optional.of(new Exclusion(a, says, List.copyOf(instead), evidence));
    }

    /** A bridge may have one more uplink, unless all of its ports were listed. */
    private boolean allUplinksSeen(NicLine line) {
        return line.of(Sort.NODE_BRIDGE).stream()
                .flatMap(stop -> stop.device().stream())
                .allMatch(masters::sawPortsOf);
    }

    /** On every node that has the bridge, the port is another's, or the bridge's ports were all seen and it is none. */
    private Optional<List<Exclusion>> byMaster(Named bridge, Named port, Sort portSort) {
        List<DeviceId> bridges = bridge.devices().stream()
                .filter(id -> chart.sort(id) == Sort.NODE_BRIDGE)
                .toList();
        TreeSet<String> uplinks = new TreeSet<>();
        TreeSet<String> owners = new TreeSet<>();
        List<Origin> evidence = new ArrayList<>();
        for (DeviceId id : bridges) {
            DeviceId there = new DeviceId(id.scope(), port.name());
            Optional<String> owner = masters.of(there);
            boolean another = owner.filter(name -> !name.equals(id.name())).isPresent();
            // Out of a bridge without an uplink the node may route, by any of its links.
            boolean routed = portSort == Sort.NODE_LINK
                    && masters.ports(id).stream().noneMatch(one -> chart.sort(one) == Sort.NODE_LINK);
            if (!another && (owner.isPresent() || routed || !masters.sawPortsOf(id))) {
                return Optional.empty();
            }
            owner.ifPresent(owners::add);
            evidence.addAll(masters.evidence(there));
            for (DeviceId uplink : masters.ports(id)) {
                if (chart.sort(uplink) == Sort.NODE_LINK) {
                    uplinks.add(uplink.name());
                    evidence.addAll(masters.evidence(uplink));
                }
            }
        }
        if (bridges.isEmpty() || !chart.horizon().eachNode(site -> isRuledOut(site, bridge.name(), port.name()))) {
            return Optional.empty();
        }
        String only = uplinks.isEmpty()
                ? ""
                : uplinks.size() == 1
                        ? "; its only port that is no veth: " + listed(uplinks)
                        : "; its ports that are no veths: " + listed(uplinks);
        String says = port.name() + " is no port of " + bridge.name() + only;
        List<Exclusion> found = new ArrayList<>();
        found.add(new Exclusion(bridge, says, portSort == Sort.NODE_LINK ? List.copyOf(uplinks) : List.of(), evidence));
        if (!owners.isEmpty()) {
            found.add(new Exclusion(
                    port, port.name() + " is a port of " + listed(owners), List.copyOf(owners), List.of()));
        }
        return Optional.of(found);
    }

    private boolean isRuledOut(Site node, String bridge, String port) {
        return node.sawPortsOf(bridge)
                || masters.of(new DeviceId(node.scope(), port))
                        .filter(name -> !name.equals(bridge))
                        .isPresent();
    }

    private static String listed(TreeSet<String> names) {
        return names.size() <= 4
                ? String.join(", ", names)
                : String.join(", ", names.stream().limit(3).toList()) + " and " + (names.size() - 3) + " more";
    }
}
