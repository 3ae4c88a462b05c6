/** Faults: what goes wrong in real networks, made in a lab on purpose and undone exactly. */
@NullMarked
package dev.plumbline.lab.faults;

import org.jspecify.annotations.NullMarked;
