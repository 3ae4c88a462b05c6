/** The files that os-net-config's provider ifcfg writes. */
@NullMarked
package dev.plumbline.systems.osnetconfig.ifcfg;

import org.jspecify.annotations.NullMarked;
