/** A blueprint as the real thing on this machine: namespaces, bridges, links under one anchor process that ends them all. */
@NullMarked
package dev.plumbline.lab;

import org.jspecify.annotations.NullMarked;
