/** Command lines as people type them: words, pipes, loops, filters, and wrappers that change where a command runs. */
@NullMarked
package dev.plumbline.sources.shell;

import org.jspecify.annotations.NullMarked;
