/** The command line: options in, an answer asked for, a view drawn, an exit code. Thin. */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
