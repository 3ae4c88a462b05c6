/** From a planned topology to what is to be built, plainly. */
@NullMarked
package dev.plumbline.lab.draft;

import org.jspecify.annotations.NullMarked;
