/** Typed, system-neutral statements, each read from one observation and never parted from its origin. */
@NullMarked
package dev.plumbline.facts;

import org.jspecify.annotations.NullMarked;
