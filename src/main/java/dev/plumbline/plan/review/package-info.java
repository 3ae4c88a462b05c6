/** What is wrong with the manifests: what webhooks and the API server refuse, and what the operator takes and should not. */
@NullMarked
package dev.plumbline.plan.review;

import org.jspecify.annotations.NullMarked;
