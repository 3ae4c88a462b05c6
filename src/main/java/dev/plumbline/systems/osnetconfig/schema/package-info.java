/** What os-net-config's schema asks of the objects of a configuration, and how it words what it finds. */
@NullMarked
package dev.plumbline.systems.osnetconfig.schema;

import org.jspecify.annotations.NullMarked;
