/** KubeVirt: its API objects, and how its launcher names what it makes inside a pod. */
@NullMarked
package dev.plumbline.systems.kubevirt;

import org.jspecify.annotations.NullMarked;
