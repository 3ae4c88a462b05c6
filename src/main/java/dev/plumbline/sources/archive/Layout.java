package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a file lies in a capture or must-gather, wherever that one's root is. */
final class Layout {

    /**
     * @param root the folder that holds {@code nodes/}, {@code pods/} ...; empty for the top
     * @param meaning what the file holds
     */
    record Placed(String root, Meaning meaning) {}

    /** The folders of a machine's file system: what lies below them in a capture was copied from there. */
    private static final Set<String> COPIED =
            Set.of("etc", "var", "proc", "sys", "run", "usr", "opt", "lib", "home", "root", "tmp");
    /** Large, and nothing of a NIC's line is in them; secrets are nobody's business. */
    private static final Set<String> PASSED_OVER = Set.of("events", "secrets", "endpoints", "endpointslices");

    private static final Set<String> THEIR_GROUPS = Set.of("core", "events.k8s.io", "discovery.k8s.io");

    private Layout() {}

    /** Nothing where no folder of the path opens a layout. */
    static Optional<Placed> of(String path) {
        List<String> parts = List.of(path.split("/"));
        for (int i = 0; i + 1 < parts.size(); i++) {
            Optional<Meaning> meaning = meaning(parts.get(i), parts.subList(i + 1, parts.size()));
            if (meaning.isPresent()) {
                return Optional.of(new Placed(String.join("/", parts.subList(0, i)), meaning.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Meaning> meaning(String folder, List<String> below) {
        int size = below.size();
        return switch (folder) {
            case "nodes" -> size < 2 ? Optional.empty() : onMachine(Scope.node(below.get(0)), below.subList(1, size));
            case "pods" ->
                size < 3 ? Optional.empty() : onMachine(Scope.pod(below.get(0), below.get(1)), below.subList(2, size));
            case "guests" ->
                size < 3
                        ? Optional.empty()
                        : onMachine(Scope.guest(below.get(0), below.get(1)), below.subList(2, size));
            case "cluster" ->
                size != 1
                        ? Optional.empty()
                        : CommandName.words(below.getFirst())
                                .map(words -> new Meaning.Output(Scope.ofCluster(), words));
            case "namespaces" -> size < 2 ? Optional.empty() : Optional.of(namespaced(below));
            case "cluster-scoped-resources" -> size < 2 ? Optional.empty() : Optional.of(objects("", below));
            default -> Optional.empty();
        };
    }

    private static Optional<Meaning> onMachine(Scope scope, List<String> below) {
        String name = below.getFirst();
        if (below.size() > 1) {
            return COPIED.contains(name)
                    ? Optional.of(new Meaning.Output(scope, List.of("cat", "/" + String.join("/", below))))
                    : Optional.empty();
        }
        Optional<Meaning> mustGather = scope.is(Scope.Kind.NODE) ? MustGather.ofNode(scope, name) : Optional.empty();
        return mustGather.or(() -> Optional.of(command(scope, name)));
    }

    private static Meaning command(Scope scope, String name) {
        return CommandName.words(name)
                .<Meaning>map(words -> new Meaning.Output(scope, words))
                .orElseGet(() -> new Meaning.Unknown(scope, "not the name of a command that is read"));
    }

    private static Meaning namespaced(List<String> below) {
        if (below.size() == 4 && below.get(1).equals("vms")) {
            return MustGather.ofVm(below.get(0), below.get(2), below.get(3))
                    .orElseGet(() -> new Meaning.Unknown(Scope.ofCluster(), "not read"));
        }
        return objects(below.getFirst(), below);
    }

    private static Meaning objects(String namespace, List<String> below) {
        String name = below.getLast();
        int dot = name.lastIndexOf('.');
        String type = dot < 0 ? "" : name.substring(dot + 1);
        boolean object = type.equals("yaml") || type.equals("yml") || type.equals("json");
        String resource = dot < 0 ? name : name.substring(0, dot);
        // Either GROUP/RESOURCE.yaml, a list, or GROUP/RESOURCE/NAME.yaml.
        boolean passedOver = isPassedOver(below.subList(0, below.size() - 1), resource)
                || isPassedOver(below.subList(0, Math.max(0, below.size() - 2)), below.get(below.size() - 2));
        if (!object || passedOver) {
            return new Meaning.Unknown(Scope.ofCluster(), object ? "objects that are not read" : "not an API object");
        }
        return new Meaning.Objects(namespace);
    }

    private static boolean isPassedOver(List<String> folders, String resource) {
        return PASSED_OVER.contains(resource) && !folders.isEmpty() && THEIR_GROUPS.contains(folders.getLast());
    }
}
