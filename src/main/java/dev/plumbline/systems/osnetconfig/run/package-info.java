/** A run of os-net-config with {@code --noop}: what it says, writes and returns. */
@NullMarked
package dev.plumbline.systems.osnetconfig.run;

import org.jspecify.annotations.NullMarked;
