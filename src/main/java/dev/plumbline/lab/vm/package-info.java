/** Guests of a lab as virtual machines, under a libvirt daemon of each pod's own. */
@NullMarked
package dev.plumbline.lab.vm;

import org.jspecify.annotations.NullMarked;
