/** What was seen, where, and how far the seeing reached: the ground floor, which knows no system. */
@NullMarked
package dev.plumbline.evidence;

import org.jspecify.annotations.NullMarked;
