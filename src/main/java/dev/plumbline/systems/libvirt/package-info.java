/** libvirt: the domain of a VM and its NICs, as virsh and the domain XML show them. */
@NullMarked
package dev.plumbline.systems.libvirt;

import org.jspecify.annotations.NullMarked;
