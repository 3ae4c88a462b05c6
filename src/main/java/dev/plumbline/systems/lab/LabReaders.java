package dev.plumbline.systems.lab;

import dev.plumbline.systems.Reader;
import java.util.List;

/** The readers of what a lab says of itself. */
public final class LabReaders {

    private LabReaders() {}

    public static List<Reader> all() {
        return List.of(new StandInsReader());
    }
}
