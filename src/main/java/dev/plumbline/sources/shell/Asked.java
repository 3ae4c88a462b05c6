package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;

/** What one command of a line asks for, wrappers taken off. */
public sealed interface Asked {

    /**
     * Prints an output.
     *
     * @param namespace the Kubernetes namespace that it, or its shell, names; empty where none
     * @param filter what the pipe behind it hides
     */
    record Prints(Command command, Scope scope, Standing standing, String namespace, Filter filter) implements Asked {

        public Prints filteredBy(Filter other) {
            return new Prints(command, scope, standing, namespace, other);
        }
    }

    /** Prints just this line ({@code echo}). */
    record Says(String text) implements Asked {}

    /**
     * Opens a shell that the next prompts belong to.
     *
     * @param standing that of the shell's commands
     * @param by the words that opened it
     */
    record Opens(Scope scope, Standing standing, String namespace, Shell shell, String by) implements Asked {}

    /** The sorts of nested shell. */
    enum Shell {
        /** {@code sudo -i}, {@code bash}, {@code chroot /host}: the same place. */
        SAME,
        DEBUG,
        POD,
        GUEST,
        SSH,
        /** A namespace or container inside the place. */
        INNER,
        /** {@code virsh} without a command. */
        VIRSH
    }

    /** {@code exit}. */
    record Leaves() implements Asked {}

    /** {@code oc project NAME}. */
    record SetsNamespace(String namespace) implements Asked {}

    /** Prints nothing. */
    record Silent() implements Asked {}

    /** Prints what cannot be used. */
    record Lost(String why) implements Asked {}

    /**
     * Runs a script on many hosts and prints each host's output under its name.
     *
     * @param seat where it was typed
     */
    record Fans(Form form, String script, Filter filter, Seat seat) implements Asked {}

    /** How the outputs of many hosts are told apart. */
    enum Form {
        ANSIBLE,
        /** {@code HOST: line}. */
        PREFIXED,
        /** {@code ----} / hosts / {@code ----}. */
        FOLDED
    }

    /**
     * The outputs of a loop over words that only the shell knew, one after another.
     *
     * @param one what each round prints, the variable as typed
     */
    record Repeats(Prints one) implements Asked {}

    /** Whether something of it shows on the terminal. */
    default boolean prints() {
        return switch (this) {
            case Prints _, Says _, Lost _, Fans _, Repeats _ -> true;
            case Opens _, Leaves _, SetsNamespace _, Silent _ -> false;
        };
    }
}
