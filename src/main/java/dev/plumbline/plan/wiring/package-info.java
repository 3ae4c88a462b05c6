/** From facts of manifests to the network that they will build: each NIC's line, by the rules of the systems that make it. */
@NullMarked
package dev.plumbline.plan.wiring;

import org.jspecify.annotations.NullMarked;
