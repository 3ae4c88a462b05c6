/** The picture: golden files, laws of its layout, and the page in a real browser. */
@NullMarked
package dev.plumbline.views.picture;

import org.jspecify.annotations.NullMarked;
