/** Which NIC os-net-config calls nic5, and what would change that. */
@NullMarked
package dev.plumbline.answers.nics;

import org.jspecify.annotations.NullMarked;
