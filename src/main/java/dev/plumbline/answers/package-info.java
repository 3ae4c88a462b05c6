/** Answers to questions about a topology: what is not known, what is wrong, what a human got wrong. */
@NullMarked
package dev.plumbline.answers;

import org.jspecify.annotations.NullMarked;
