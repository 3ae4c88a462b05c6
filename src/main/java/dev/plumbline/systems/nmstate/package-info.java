/** nmstate: what a node's interfaces are and what a policy wants them to be. */
@NullMarked
package dev.plumbline.systems.nmstate;

import org.jspecify.annotations.NullMarked;
