/** Pasted terminal text: cleaned lines, segments by prompt, the stack of shells, commands, filters, observations. */
@NullMarked
package dev.plumbline.sources.transcript;

import org.jspecify.annotations.NullMarked;
