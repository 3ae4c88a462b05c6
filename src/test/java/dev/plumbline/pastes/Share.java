package dev.plumbline.pastes;

/**
 * True steps of which all evidence was pasted, and how many of them the map proves.
 *
 * @param proven at most {@code shown}
 */
record Share(int proven, int shown) {

    Share and(Share other) {
        return new Share(proven + other.proven, shown + other.shown);
    }

    @Override
    public String toString() {
        return proven + "/" + shown;
    }
}
