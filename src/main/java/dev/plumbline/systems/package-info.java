/** What is known of each system that a NIC's line crosses: the readers of its formats and its rules as pure functions. */
@NullMarked
package dev.plumbline.systems;

import org.jspecify.annotations.NullMarked;
