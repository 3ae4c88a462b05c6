/** The command line: options in, an answer's view and an exit code out. */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
