package dev.plumbline.evidence;

import java.util.Comparator;
import java.util.Locale;

/**
 * The place that an observation speaks of.
 *
 * @param kind what sort of place
 * @param namespace the Kubernetes namespace of a pod, domain or guest; the node of a network namespace; empty where the
 *     kind has none or where nothing named it
 * @param name the place's own name; empty for the cluster
 * @param cluster the cluster's name where one was stated, else empty; nothing joins across clusters
 */
public record Scope(Kind kind, String namespace, String name, String cluster) implements Comparable<Scope> {

    private static final Comparator<Scope> ORDER = Comparator.comparing(Scope::cluster)
            .thenComparing(Scope::kind)
            .thenComparing(Scope::namespace)
            .thenComparing(Scope::name);

    /** The sorts of place; the last two are not yet placed: weaving finds out what they are, or says that it cannot. */
    public enum Kind {
        CLUSTER,
        NODE,
        NETNS,
        POD,
        DOMAIN,
        GUEST,
        /** A machine known by its own hostname only: a node, a guest or neither. */
        HOST,
        /** A shell that nothing names. */
        PLACE
    }

    public static Scope ofCluster() {
        return new Scope(Kind.CLUSTER, "", "", "");
    }

    public static Scope node(String name) {
        return new Scope(Kind.NODE, "", name, "");
    }

    /** @param id the kernel's or the container runtime's name of the network namespace on that node */
    public static Scope netns(String node, String id) {
        return new Scope(Kind.NETNS, node, id, "");
    }

    /** @param namespace empty where nothing named it */
    public static Scope pod(String namespace, String name) {
        return new Scope(Kind.POD, namespace, name, "");
    }

    public static Scope domain(String namespace, String name) {
        return new Scope(Kind.DOMAIN, namespace, name, "");
    }

    /** @param namespace empty where nothing named it */
    public static Scope guest(String namespace, String name) {
        return new Scope(Kind.GUEST, namespace, name, "");
    }

    public static Scope host(String hostname) {
        return new Scope(Kind.HOST, "", hostname, "");
    }

    public static Scope place(String id) {
        return new Scope(Kind.PLACE, "", id, "");
    }

    public Scope inCluster(String clusterName) {
        return new Scope(kind, namespace, name, clusterName);
    }

    public Scope inNamespace(String namespaceName) {
        return new Scope(kind, namespaceName, name, cluster);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** The form that output uses: {@code node/NAME}, {@code netns/NODE/ID}, {@code pod/NAMESPACE/NAME}, {@code cluster}. */
    public String path() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case CLUSTER -> word;
            case NODE, HOST, PLACE -> word + "/" + name;
            case NETNS, POD, DOMAIN, GUEST -> word + "/" + (namespace.isEmpty() ? "?" : namespace) + "/" + name;
        };
    }

    @Override
    public int compareTo(Scope other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path();
    }
}
