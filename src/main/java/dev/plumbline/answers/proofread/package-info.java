/** What a human wrote about the lines, and what the evidence says to it. */
@NullMarked
package dev.plumbline.answers.proofread;

import org.jspecify.annotations.NullMarked;
