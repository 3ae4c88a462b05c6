/** What a lab of Plumbline says of itself: what it has built otherwise than planned. */
@NullMarked
package dev.plumbline.systems.lab;

import org.jspecify.annotations.NullMarked;
