/**
 * OSP director Operator (github.com/openstack-k8s-operators/osp-director-operator): its resources, and what it makes of
 * them.
 */
@NullMarked
package dev.plumbline.systems.ospdirector;

import org.jspecify.annotations.NullMarked;
