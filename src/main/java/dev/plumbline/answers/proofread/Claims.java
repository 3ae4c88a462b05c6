package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import dev.plumbline.sources.Gathered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds claims in what a human wrote. A line that is not surely one is none. */
final class Claims {

    /** Longer lines are no mapping of a human's. */
    private static final int LONGEST = 2000;

    private Claims() {}

    /** @param known whether an output shows a name; in the order of the lines */
    static List<Claim> in(Gathered.Prose prose, Predicate<String> known) {
        List<Line> lines = prose.lines().stream()
                .filter(line -> line.text().length() <= LONGEST)
                .toList();
        List<Claim> claims = new ArrayList<>();
        Tables tables = Tables.of(lines, known);
        for (Line line : lines) {
            Origin origin = new Origin(
                    prose.source(), prose.file(), line.number(), "", line.text().strip());
            if (tables.holds(line)) {
                tables.row(line, origin).ifPresent(claims::add);
                continue;
            }
            List<Claim> found =
                    MappingLine.of(line, origin, known).map(List::of).orElse(List.of());
            claims.addAll(found.isEmpty() ? Sentences.in(line, origin, known) : found);
        }
        claims.sort(Comparator.comparingInt((Claim claim) -> claim.origin().line())
                .thenComparingInt(claim ->
                        claim.words().isEmpty() ? 0 : claim.words().getFirst().column()));
        return claims;
    }
}
