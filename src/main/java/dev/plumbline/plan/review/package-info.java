/** What is wrong with manifests: what webhooks and the API server refuse, what the operator takes and should not. */
@NullMarked
package dev.plumbline.plan.review;

import org.jspecify.annotations.NullMarked;
