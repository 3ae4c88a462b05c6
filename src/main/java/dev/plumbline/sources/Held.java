package dev.plumbline.sources;

import java.util.Optional;
import java.util.SortedMap;

/**
 * A source that is no file: what it shows, laid out as a capture, in memory.
 *
 * @param name the source's name, whatever was typed
 * @param kind what sort of source it is
 * @param files by path below the capture's root, with slashes
 */
public record Held(String name, String kind, SortedMap<String, byte[]> files) {

    /** Opens sources of a kind that only its caller knows. */
    @FunctionalInterface
    public interface Opener {

        /** Knows no kind. */
        Opener NONE = _ -> Optional.empty();

        /**
         * @param spec as typed
         * @return empty where the spec is of no kind that it knows
         * @throws SourceException where it is of a known kind and cannot be opened
         */
        Optional<Held> open(String spec);
    }
}
