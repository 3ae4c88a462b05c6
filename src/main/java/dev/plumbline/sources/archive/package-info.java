/** Folders, tars, captures and must-gathers: files into observations by where they lie and what they are called. */
@NullMarked
package dev.plumbline.sources.archive;

import org.jspecify.annotations.NullMarked;
