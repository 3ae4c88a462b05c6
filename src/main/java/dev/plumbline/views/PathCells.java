package dev.plumbline.views;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A path's devices by the column they stand in: {@code ?} for what was not seen, {@code -} for what is not there.
 *
 * @param cells a text for every column
 */
record PathCells(Map<Column, String> cells) {

    /** From the guest to the wire. */
    enum Column {
        GUEST,
        TAP,
        K6T,
        POD,
        VETH,
        BRIDGE,
        LINK
    }

    /** @param indexed whether names carry their ifindex */
    static PathCells of(Nic nic, NicPath path, boolean indexed) {
        Map<Column, List<String>> names = new EnumMap<>(Column.class);
        Column reached = Column.GUEST;
        for (Hop hop : path.hops()) {
            if (hop.kind() instanceof Kind.ClusterNetwork) {
                continue;
            }
            reached = column(hop, reached);
            names.computeIfAbsent(reached, _ -> new ArrayList<>()).add(label(hop, indexed));
        }
        return new PathCells(texts(nic, path, names, reached));
    }

    private static Map<Column, String> texts(Nic nic, NicPath path, Map<Column, List<String>> names, Column reached) {
        boolean nat = path.hops().stream()
                .anyMatch(hop -> hop.step().filter(step -> step == Step.NAT).isPresent());
        boolean open = path.end().equals("unknown");
        Map<Column, String> texts = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String unseen = column == Column.GUEST ? nic.name().orElse("?") : "-";
            String beyond = open && column.compareTo(reached) > 0 && column != Column.K6T ? "?" : unseen;
            String none = nat && !open && column == Column.BRIDGE ? "NAT" : beyond;
            texts.put(column, names.containsKey(column) ? String.join(">", names.get(column)) : none);
        }
        return texts;
    }

    String at(Column column) {
        return cells.getOrDefault(column, "-");
    }

    /** The column of a hop, never left of the one before: frames go from the guest to the wire. */
    private static Column column(Hop hop, Column reached) {
        Column own = hop.gap() && hop.candidates().isEmpty()
                ? gap(hop, reached)
                : switch (hop.scope().kind()) {
                    case GUEST -> Column.GUEST;
                    case DOMAIN -> Column.TAP;
                    case POD -> inPod(hop, reached);
                    default -> onNode(hop, reached);
                };
        return own.compareTo(reached) < 0 ? reached : own;
    }

    /** A gap stands in the first column of its place that the path has not reached. */
    private static Column gap(Hop hop, Column reached) {
        Column first = switch (hop.scope().kind()) {
            case GUEST -> Column.GUEST;
            case DOMAIN -> Column.TAP;
            case POD -> reached.compareTo(Column.TAP) < 0 ? Column.TAP : Column.POD;
            default -> reached.compareTo(Column.VETH) < 0 ? Column.VETH : next(reached);
        };
        return reached.compareTo(first) >= 0 && reached != Column.GUEST ? next(reached) : first;
    }

    private static Column next(Column column) {
        return switch (column) {
            case GUEST -> Column.TAP;
            case TAP, K6T -> Column.POD;
            case POD -> Column.VETH;
            case VETH -> Column.BRIDGE;
            case BRIDGE, LINK -> Column.LINK;
        };
    }

    private static Column inPod(Hop hop, Column reached) {
        return switch (hop.kind()) {
            case Kind.Tap _ -> Column.TAP;
            case Kind.Bridge _ -> Column.K6T;
            default ->
                reached == Column.GUEST
                                && hop.step()
                                        .filter(step -> step == Step.VIRTIO)
                                        .isPresent()
                        ? Column.TAP
                        : Column.POD;
        };
    }

    private static Column onNode(Hop hop, Column reached) {
        return switch (hop.kind()) {
            case Kind.Bridge _, Kind.OvsBridge _ -> Column.BRIDGE;
            case Kind.Veth _ -> Column.VETH;
            default ->
                hop.step().filter(step -> step == Step.PEER).isPresent() && reached.compareTo(Column.VETH) < 0
                        ? Column.VETH
                        : Column.LINK;
        };
    }

    /** {@code a,b} for a fork, {@code a|b} where it is one of several, {@code ?} for a gap. */
    private static String label(Hop hop, boolean indexed) {
        boolean several = hop.verdict() == Verdict.AMBIGUOUS || hop.verdict() == Verdict.CONTRADICTED;
        if (several && !hop.candidates().isEmpty()) {
            return Wording.either(hop.candidates().stream()
                    .map(candidate -> candidate.device().name())
                    .toList());
        }
        String name = hop.label()
                + (indexed && hop.ifindex().isPresent() ? "(" + hop.ifindex().getAsInt() + ")" : "");
        if (hop.members().isEmpty()) {
            return name;
        }
        return hop.members().stream().map(member -> member.device().id().name()).collect(Collectors.joining(","));
    }
}
