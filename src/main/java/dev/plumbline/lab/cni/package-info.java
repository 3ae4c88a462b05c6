/** What Multus and libcni do, done in a lab: real CNI plugins run after a NetworkAttachmentDefinition's configuration. */
@NullMarked
package dev.plumbline.lab.cni;

import org.jspecify.annotations.NullMarked;
