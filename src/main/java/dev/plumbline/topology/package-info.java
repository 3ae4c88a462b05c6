/** What stands between a guest's address and the wire: devices, hops, paths, machines. Data only. */
@NullMarked
package dev.plumbline.topology;

import org.jspecify.annotations.NullMarked;
