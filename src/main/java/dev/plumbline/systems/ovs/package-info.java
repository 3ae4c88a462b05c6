/** Open vSwitch: which interface is a port of which bridge, as ovsdb and the daemon tell it. */
@NullMarked
package dev.plumbline.systems.ovs;

import org.jspecify.annotations.NullMarked;
