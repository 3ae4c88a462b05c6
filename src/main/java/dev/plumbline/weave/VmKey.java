package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import java.util.Comparator;
import java.util.Optional;

/**
 * A virtual machine's identity.
 *
 * @param namespace empty where nothing names it
 */
public record VmKey(String cluster, String namespace, String name) implements Comparable<VmKey> {

    private static final Comparator<VmKey> ORDER =
            Comparator.comparing(VmKey::cluster).thenComparing(VmKey::namespace).thenComparing(VmKey::name);

    /** KubeVirt names a domain {@code NAMESPACE_NAME}; a namespace holds no underscore (RFC 1123 label). */
    static Optional<VmKey> ofDomain(String cluster, String domain) {
        int split = domain.indexOf('_');
        return split > 0 && split < domain.length() - 1
                ? Optional.of(new VmKey(cluster, domain.substring(0, split), domain.substring(split + 1)))
                : Optional.empty();
    }

    Scope guest() {
        return Scope.guest(namespace, name).inCluster(cluster);
    }

    boolean sameName(VmKey other) {
        return cluster.equals(other.cluster) && name.equals(other.name);
    }

    @Override
    public int compareTo(VmKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (namespace.isEmpty() ? "?" : namespace) + "/" + name;
    }
}
