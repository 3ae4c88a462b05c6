/** Where evidence comes from: bytes, files and API objects become observations, each with its scope and its filter. */
@NullMarked
package dev.plumbline.sources;

import org.jspecify.annotations.NullMarked;
