package dev.plumbline.systems;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Observation;

/** Reads the output of one command, or one sort of file, into facts. Pure: the same observation gives the same reading. */
public interface Reader {

    /** Short name in kebab case: {@code ip-link}. */
    String id();

    /** Whether outputs of this command are its business; decided by the words alone. */
    boolean reads(Command command);

    /** Reads an output of such a command. Lines that it does not know are left; what is broken becomes a problem, never an exception. */
    Reading read(Observation observation);
}
