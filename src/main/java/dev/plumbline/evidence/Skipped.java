package dev.plumbline.evidence;

/**
 * An output that was recognised as such and passed over.
 *
 * @param origin the command's line
 * @param command the command's words
 * @param why why nothing was read from it, in a few words
 */
public record Skipped(Origin origin, String command, String why) {}
