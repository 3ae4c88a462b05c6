package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What capture.json says; docs/formats/capture.md has its form.
 *
 * @param claimsToBeOne whether it says so: kind Capture, or files
 * @param whole whether it is a capture's index and could be read to its end
 * @param cluster the cluster's name; empty where not given
 * @param entries the files it lists by their path below its folder, in its order
 * @param problems parts of it that could not be read
 */
record CaptureIndex(
        boolean claimsToBeOne, boolean whole, String cluster, Map<String, Entry> entries, List<Problem> problems) {

    /**
     * @param argv the command's words; empty where not given
     * @param scope where it ran; empty where not given
     * @param bootId the machine's; empty where not given
     * @param podUid the pod's; empty where not given
     * @param domainId the domain's; empty where not given
     * @param status exit status; empty where not given
     */
    record Entry(
            List<String> argv,
            Optional<Scope> scope,
            String bootId,
            String podUid,
            String domainId,
            Optional<Instant> time,
            OptionalInt status) {

        /**
         * What tells one life of this place from the next: a pod's UID says nothing of its node, and the other way
         * round.
         */
        String incarnation(Scope place) {
            return switch (place.kind()) {
                case POD -> podUid;
                case DOMAIN -> domainId;
                case NODE, NETNS, GUEST, HOST -> bootId;
                case CLUSTER, PLACE -> "";
            };
        }

        boolean failed() {
            return status.orElse(0) != 0;
        }
    }

    static CaptureIndex read(String source, String file, byte[] content) {
        List<Line> lines = MemberText.isBinary(content) ? List.of() : MemberText.lines(content);
        Observation observation =
                Observation.ofFile(source, file, Vantage.of(Scope.ofCluster(), Standing.STATED), lines);

        Document document = Document.json(observation);
        Tree root = document.root();
        Index index = new Index();
        document.problem().ifPresent(index.problems::add);
        if (document.problem().isEmpty() && root.fields().isEmpty()) {
            index.problem(root, "no capture's index", "a JSON object with kind Capture");
        }
        root.at("files").items().forEach(index::entry);
        return new CaptureIndex(
                root.at("kind").text().equals("Capture") || root.at("files") instanceof Tree.Sequence,
                document.problem().isEmpty() && !root.fields().isEmpty(),
                root.at("cluster").text(),
                index.entries,
                List.copyOf(index.problems));
    }

    /** Whether an empty output of this file is an answer: the collector says of what it writes whether it worked. */
    boolean answersEmpty(String path) {
        return whole
                && (entries.isEmpty()
                        || entries.containsKey(path) && !entries.get(path).failed());
    }

    private static final class Index {
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        void problem(Tree tree, String found, String expected) {
            problems.add(new Problem(tree.spot().origin(), found, expected));
        }

        void entry(Tree tree) {
            String path = tree.at("file").text();
            if (path.isEmpty()) {
                problem(tree, "an entry without a file", "\"file\": a path below this folder");
                return;
            }
            entries.put(
                    path.startsWith("./") ? path.substring(2) : path,
                    new Entry(
                            tree.at("argv").items().stream().map(Tree::text).toList(),
                            scope(tree.at("scope")),
                            tree.at("bootId").text(),
                            tree.at("podUid").text(),
                            tree.at("domainId").text(),
                            time(tree.at("time")),
                            tree.at("status").integer()));
        }

        /** The forms of {@link Scope#path()}; {@code ?} stands for a namespace that nothing named. */
        private Optional<Scope> scope(Tree tree) {
            if (!tree.present()) {
                return Optional.empty();
            }
            String[] parts = tree.text().split("/", 3);
            String first = parts.length > 1 ? parts[1] : "";
            String namespace = first.equals("?") ? "" : first;
            String form = parts[0] + "/" + parts.length;
            boolean named = parts.length == 1 || !parts[parts.length - 1].isEmpty() && !first.isEmpty();
            Optional<Scope> scope = !named
                    ? Optional.empty()
                    : switch (form) {
                        case "cluster/1" -> Optional.of(Scope.ofCluster());
                        case "node/2" -> Optional.of(Scope.node(first));
                        case "host/2" -> Optional.of(Scope.host(first));
                        case "netns/3" -> Optional.of(Scope.netns(first, parts[2]));
                        case "pod/3" -> Optional.of(Scope.pod(namespace, parts[2]));
                        case "domain/3" -> Optional.of(Scope.domain(namespace, parts[2]));
                        case "guest/3" -> Optional.of(Scope.guest(namespace, parts[2]));
                        default -> Optional.empty();
                    };
            if (scope.isEmpty()) {
                problem(
                        tree,
                        "the scope \"" + tree.text() + "\"",
                        "node/NAME, pod/NAMESPACE/NAME, guest/NAMESPACE/NAME ...");
            }
            return scope;
        }

        private Optional<Instant> time(Tree tree) {
            if (tree.text().isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(OffsetDateTime.parse(tree.text()).toInstant());
            } catch (DateTimeException _) {
                problem(tree, "the time \"" + tree.text() + "\"", "RFC 3339, such as 2026-03-01T10:00:00Z");
                return Optional.empty();
            }
        }
    }
}
