/** Real captures rendered as the terminal pastes that people send, and their maps held against the captures' truth. */
@NullMarked
package dev.plumbline.pastes;

import org.jspecify.annotations.NullMarked;
