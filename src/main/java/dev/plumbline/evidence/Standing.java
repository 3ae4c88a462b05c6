package dev.plumbline.evidence;

/** How the scope of an observation is known. */
public enum Standing {
    /** By the prompt, the command, the capture's layout or a human's correction. */
    STATED,
    /** Followed through a nested shell whose opening command was seen. */
    FOLLOWED,
    /** Taken for want of anything better: caps every verdict at inferred. */
    ASSUMED;

    /** The best verdict that evidence from such a scope can carry. */
    public Verdict cap() {
        return this == ASSUMED ? Verdict.INFERRED : Verdict.PROVEN;
    }
}
