/** What is to be built, into the kernel. */
@NullMarked
package dev.plumbline.lab.build;

import org.jspecify.annotations.NullMarked;
