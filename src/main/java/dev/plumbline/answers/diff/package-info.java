/** Two topologies compared: planned, observed or replayed. */
@NullMarked
package dev.plumbline.answers.diff;

import org.jspecify.annotations.NullMarked;
