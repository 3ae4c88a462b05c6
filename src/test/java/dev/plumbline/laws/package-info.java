/** The laws of docs/ARCHITECTURE.md, held against everything that can be read. */
@NullMarked
package dev.plumbline.laws;

import org.jspecify.annotations.NullMarked;
