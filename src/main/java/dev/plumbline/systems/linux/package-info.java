/** What the Linux kernel's own tools print of links, bridges, namespaces and addresses, read into facts. */
@NullMarked
package dev.plumbline.systems.linux;

import org.jspecify.annotations.NullMarked;
