/** Whether a ping arrives: frames followed through bridges, wires and routers of a topology, and their answers back. */
@NullMarked
package dev.plumbline.answers.reach;

import org.jspecify.annotations.NullMarked;
