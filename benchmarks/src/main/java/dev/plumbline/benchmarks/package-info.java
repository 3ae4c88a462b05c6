/** What the parts cost, measured inside one JVM by JMH. */
@NullMarked
package dev.plumbline.benchmarks;

import org.jspecify.annotations.NullMarked;
