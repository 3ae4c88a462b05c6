/** Answers drawn: as tables, trees, JSON, pictures. Layout is apart from drawing, and every name from input is escaped. */
@NullMarked
package dev.plumbline.views;

import org.jspecify.annotations.NullMarked;
