package dev.plumbline.answers.plan;

import dev.plumbline.evidence.tree.Tree;

/**
 * A file that a deployment puts into a guest.
 *
 * @param namespace the VM's
 * @param machine the VM's name
 * @param path {@code /etc/os-net-config/config.json}
 */
public record GuestFile(String namespace, String machine, String path, Tree tree) {}
