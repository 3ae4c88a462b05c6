package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.List;

/**
 * Consecutive lines of one sort.
 *
 * @param terminal whether they come from a terminal; else a human wrote them
 * @param fenced whether they stand in a code fence: nobody explains things there
 */
record Region(List<Line> lines, boolean terminal, boolean fenced) {}
