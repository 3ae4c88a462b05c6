/** Multus: its annotations on pods, and NetworkAttachmentDefinitions. */
@NullMarked
package dev.plumbline.systems.multus;

import org.jspecify.annotations.NullMarked;
