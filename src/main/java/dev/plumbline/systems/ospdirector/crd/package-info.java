/** What the API server makes of the operator's resources before the operator's webhooks see them. */
@NullMarked
package dev.plumbline.systems.ospdirector.crd;

import org.jspecify.annotations.NullMarked;
