package dev.plumbline.systems.ospdirector.crd;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether the API server takes a resource of the operator, and what it drops of it, by the schema of its CRD. Types come
 * first, as the operator's mutating webhook decodes the object into Go types; then what the webhook fills in; then the
 * schema.
 */
public final class CrdCheck {

    /** The webhook gives a net config that names none a physical network of TripleO's name. */
    private static final String PHYSICAL = "spec.ovnBridgeMacMappings.physNetworks";

    private final boolean filled;
    private final List<CrdRemark> remarks = new ArrayList<>();

    private CrdCheck(boolean filled) {
        this.filled = filled;
    }

    /** In the document's order; none for a kind whose schema is not known here. */
    public static List<CrdRemark> of(ApiResource resource) {
        List<String> versions = Crds.VERSIONS.getOrDefault(resource.kind(), List.of());
        if (!resource.group().equals(Crds.GROUP) || versions.isEmpty()) {
            return List.of();
        }
        if (!versions.contains(resource.version())) {
            return List.of(new CrdRemark(
                    resource.tree().at("apiVersion"),
                    "apiVersion",
                    "version " + resource.version(),
                    Crds.GROUP + "/" + String.join(" or ", versions),
                    true));
        }
        CrdCheck check = new CrdCheck(Crds.isFilled(resource.kind()));
        Tree spec = resource.tree().at("spec");
        Crds.spec(resource.kind(), resource.version()).ifPresent(shape -> {
            if (spec.present()) {
                check.value(spec, "spec", shape);
            } else if (check.filled) {
                check.fields(
                        new Tree.Mapping(
                                Map.of(), resource.tree().at("metadata", "name").spot()),
                        "spec",
                        shape);
            }
        });
        return List.copyOf(check.remarks);
    }

    private void value(Tree tree, String path, Shape shape) {
        Written written = Written.of(tree);
        switch (shape) {
            case Shape.Free _ -> expect(written == Written.MAPPING, tree, path, shape);
            case Shape.Truth _ -> expect(written == Written.TRUTH, tree, path, shape);
            case Shape.WholeOrText _ -> expect(written == Written.WHOLE || written == Written.TEXT, tree, path, shape);
            case Shape.Text text ->
                expect(
                        written == Written.TEXT
                                && (text.words().isEmpty() || text.words().contains(tree.text())),
                        tree,
                        path,
                        shape);
            case Shape.Whole whole -> expect(written == Written.WHOLE && inside(whole, tree.text()), tree, path, shape);
            case Shape.ListOf list -> {
                if (expect(tree instanceof Tree.Sequence && holds(list, tree, path), tree, path, shape)) {
                    for (int i = 0; i < tree.items().size(); i++) {
                        value(tree.items().get(i), path + "[" + i + "]", list.item());
                    }
                }
            }
            case Shape.MapOf map -> {
                if (expect(written == Written.MAPPING, tree, path, shape)) {
                    tree.fields().forEach((key, value) -> value(value, path + "." + key, map.value()));
                }
            }
            case Shape.Fields fields -> {
                if (expect(written == Written.MAPPING, tree, path, shape)) {
                    fields(tree, path, fields);
                }
            }
        }
    }

    private void fields(Tree tree, String path, Shape.Fields shape) {
        tree.fields().forEach((key, value) -> {
            Shape.Field field = shape.fields().get(key);
            if (field == null) {
                remarks.add(new CrdRemark(
                        value,
                        path + "." + key,
                        "an unknown field",
                        "one of " + String.join(", ", shape.fields().keySet()) + "; the API server drops it",
                        false));
            } else if (Written.of(value) != Written.NULL || counts(field)) {
                value(value, path + "." + key, field.shape());
            }
        });
        shape.fields().forEach((key, field) -> {
            if (field.required() && field.fallback().isEmpty() && !tree.at(key).present()) {
                missing(tree, path + "." + key, field.shape());
            }
        });
    }

    /**
     * Whether a null matters. The API server takes the default for it; Go reads it as the zero value, and leaves out an
     * empty list or map that need not be there.
     */
    private boolean counts(Shape.Field field) {
        return field.fallback().isEmpty() && !(filled && (field.shape().hasZero() || !field.required()));
    }

    private void missing(Tree holder, String path, Shape shape) {
        boolean zero = filled && (shape.hasZero() || path.equals(PHYSICAL));
        remarks.add(new CrdRemark(
                holder,
                path,
                CrdRemark.MISSING,
                shape.wanted() + (zero ? "; the operator's webhook fills in an empty one" : ""),
                !zero));
    }

    private boolean expect(boolean good, Tree tree, String path, Shape shape) {
        if (!good) {
            remarks.add(new CrdRemark(tree, path, Written.of(tree).of(tree.text()), shape.wanted(), true));
        }
        return good;
    }

    private boolean holds(Shape.ListOf list, Tree tree, String path) {
        return tree.items().size() >= list.least() || filled && path.equals(PHYSICAL);
    }

    private static boolean inside(Shape.Whole whole, String text) {
        int dot = text.indexOf('.');
        try {
            long number = Long.parseLong(dot < 0 ? text : text.substring(0, dot));
            return number >= whole.least().orElse(whole.bits32() ? Integer.MIN_VALUE : Long.MIN_VALUE)
                    && number <= whole.most().orElse(whole.bits32() ? Integer.MAX_VALUE : Long.MAX_VALUE);
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
