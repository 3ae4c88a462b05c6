/**
 * Facts into a topology: placement says which scopes are one place and which stand on which, join rules conclude steps from
 * the facts of one place or of two tied ones, one judge weighs the claims, and the walk puts the hops in a row.
 */
@NullMarked
package dev.plumbline.weave;

import org.jspecify.annotations.NullMarked;
