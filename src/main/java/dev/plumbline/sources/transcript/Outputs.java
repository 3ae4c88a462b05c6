package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cuts one output where something is missing in it, so that no line gets a neighbour that it did not have. */
final class Outputs {

    private Outputs() {}

    /** Lines that stood together, and what is hidden around them. */
    record Piece(List<Line> lines, Filter filter) {

        /** Number of its last line; 0 where it has none. */
        int to() {
            return lines.isEmpty() ? 0 : lines.getLast().number();
        }
    }

    /** @param links whether it lists links in the long form of {@code ip}, whose broken lines can be mended */
    static List<Piece> pieces(List<Line> lines, Filter filter, boolean links) {
        return pieces(lines, filter).stream()
                .map(piece -> links ? mended(first(piece)) : piece)
                .toList();
    }

    /** The loopback device is first in every listing: a later one begins another listing, nothing says whose. */
    private static Piece first(Piece piece) {
        List<Line> lines = piece.lines();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).text().startsWith("1: lo: <")) {
                return new Piece(
                        List.copyOf(lines.subList(0, i)), part(piece.filter(), "a second listing stands beneath"));
            }
        }
        return piece;
    }

    private static Piece mended(Piece piece) {
        return WrappedLines.join(piece.lines())
                .map(lines -> new Piece(lines, piece.filter()))
                .orElseGet(() -> new Piece(piece.lines(), new Filter.Opaque("lines are broken")));
    }

    private static List<Piece> pieces(List<Line> lines, Filter filter) {
        List<Line> clean =
                trimmed(lines.stream().filter(line -> !Noise.is(line)).toList());
        Filter narrowed =
                lines.stream().anyMatch(Noise::tellsFailure) ? part(filter, "the command reports an error") : filter;
        if (clean.stream().anyMatch(Noise::cuts)) {
            return cut(clean, Noise::cuts, part(narrowed, "cut by ..."));
        }
        boolean groups = narrowed instanceof Filter.Holding holding
                && holding.before() + holding.after() > 0
                && clean.stream().anyMatch(Outputs::isGroupMark);
        return groups
                ? cut(clean, Outputs::isGroupMark, new Filter.Part("one of grep's groups"))
                : List.of(new Piece(clean, narrowed));
    }

    /** Without the blank lines that clients put around an output. */
    private static List<Line> trimmed(List<Line> lines) {
        int to = lines.size();
        while (to > 0 && lines.get(to - 1).text().isBlank()) {
            to--;
        }
        return lines.subList(0, to);
    }

    static Filter part(Filter filter, String why) {
        return switch (filter) {
            case Filter.None _ -> new Filter.Part(why);
            case Filter.Part part -> new Filter.Part(part.why() + ", " + why);
            case Filter.Holding holding -> new Filter.Opaque("grep " + holding.needle() + ", " + why);
            case Filter.Opaque opaque -> opaque;
        };
    }

    private static boolean isGroupMark(Line line) {
        return line.text().equals("--");
    }

    private static List<Piece> cut(List<Line> lines, Predicate<Line> mark, Filter filter) {
        List<Piece> pieces = new ArrayList<>();
        List<Line> piece = new ArrayList<>();
        for (Line line : lines) {
            if (!mark.test(line)) {
                piece.add(line);
            } else if (!piece.isEmpty()) {
                pieces.add(new Piece(List.copyOf(piece), filter));
                piece.clear();
            }
        }
        if (!piece.isEmpty() || pieces.isEmpty()) {
            pieces.add(new Piece(List.copyOf(piece), filter));
        }
        return pieces;
    }
}
