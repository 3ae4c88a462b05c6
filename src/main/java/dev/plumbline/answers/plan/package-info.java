/** What a plan answers: objects to be, remarks on the manifests, what will change. */
@NullMarked
package dev.plumbline.answers.plan;

import org.jspecify.annotations.NullMarked;
