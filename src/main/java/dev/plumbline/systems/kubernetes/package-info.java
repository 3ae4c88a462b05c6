/** Kubernetes itself: API objects in files, and whatever {@code oc}, {@code kubectl} and {@code omc} print. */
@NullMarked
package dev.plumbline.systems.kubernetes;

import org.jspecify.annotations.NullMarked;
