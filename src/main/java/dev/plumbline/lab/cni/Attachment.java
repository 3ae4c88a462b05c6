package dev.plumbline.lab.cni;

import tools.jackson.databind.node.ObjectNode;

/**
 * A network that was attached to a pod.
 *
 * @param result the last plugin's
 */
record Attachment(Selection selection, NetworkConfig config, ObjectNode result) {}
