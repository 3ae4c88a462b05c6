/** The ground a lab stands on: one anchor process with namespaces of its own, what the kernel can do, and batches of commands. */
@NullMarked
package dev.plumbline.lab.ground;

import org.jspecify.annotations.NullMarked;
