/** What applying manifests will do to what is there. */
@NullMarked
package dev.plumbline.plan.over;

import org.jspecify.annotations.NullMarked;
