/** The picture of a map: lanes laid out apart from their drawing, as one SVG or one self-contained page. */
@NullMarked
package dev.plumbline.views.picture;

import org.jspecify.annotations.NullMarked;
