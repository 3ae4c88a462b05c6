/** os-net-config: its file, its numbering of NICs and its log. */
@NullMarked
package dev.plumbline.systems.osnetconfig;

import org.jspecify.annotations.NullMarked;
