package dev.plumbline.lab.cni;

import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.tree.Tree;

/** A network that cannot be attached: what is wrong, with the manifest's line. */
public final class CniException extends Exception {

    private static final long serialVersionUID = 1L;

    private CniException(String message) {
        super(message);
    }

    /** @param at the value that is wrong, or the configuration that a plugin refused */
    public static CniException at(Tree at, String found, String expected) {
        return new CniException(new Problem(at.spot().origin(), found, expected).message());
    }

    public static CniException of(String message) {
        return new CniException(message);
    }

    /** The message: never null, unlike {@link #getMessage()}. */
    public String says() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
