package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.Comparator;

/**
 * An API object that the operator makes, or completes.
 *
 * @param namespace empty for one of the cluster
 * @param tree the whole object; every value stands where the manifest asks for it
 */
public record DerivedObject(String apiVersion, String kind, String namespace, String name, Tree tree) {

    /** By kind, namespace and name. */
    public static final Comparator<DerivedObject> ORDER = Comparator.comparing(DerivedObject::kind)
            .thenComparing(DerivedObject::namespace)
            .thenComparing(DerivedObject::name);

    static DerivedObject of(Growing object) {
        return of(object.tree());
    }

    static DerivedObject of(Tree tree) {
        return new DerivedObject(
                tree.at("apiVersion").text(),
                tree.at("kind").text(),
                tree.at("metadata", "namespace").text(),
                tree.at("metadata", "name").text(),
                tree);
    }

    /** Empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }
}
