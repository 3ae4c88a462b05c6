package dev.plumbline.views.picture;

import dev.plumbline.views.picture.BlockPlan.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How high each piece of one block stands; it is filled while the block is planned. */
final class Spans {

    private final Map<Integer, Span> byPiece = new HashMap<>();

    void put(Piece piece, Span span) {
        byPiece.put(piece.id(), span);
    }

    /** Of a piece that has its place. */
    Span of(Piece piece) {
        return Optional.ofNullable(byPiece.get(piece.id())).orElseThrow();
    }

    Collection<Span> all() {
        return byPiece.values();
    }
}
