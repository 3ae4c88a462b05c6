/** Real taps, and the process that moves frames between each and its guest's NIC. */
@NullMarked
package dev.plumbline.lab.tap;

import org.jspecify.annotations.NullMarked;
