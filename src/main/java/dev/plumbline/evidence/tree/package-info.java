/** JSON and YAML as one small tree whose every value knows its line, so that a fact read from it keeps its origin. */
@NullMarked
package dev.plumbline.evidence.tree;

import org.jspecify.annotations.NullMarked;
