/** Resources into a blueprint: the objects that operators will make of them, and the network that these will build. */
@NullMarked
package dev.plumbline.plan;

import org.jspecify.annotations.NullMarked;
