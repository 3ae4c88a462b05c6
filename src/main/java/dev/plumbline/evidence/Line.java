package dev.plumbline.evidence;

/**
 * One line of output.
 *
 * @param number 1-based line in its file
 * @param text the line without its end, without terminal escapes and mail quoting
 */
public record Line(int number, String text) {}
