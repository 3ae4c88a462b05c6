package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.CutOutput;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The objects of one observation, document by document, so that a broken one costs itself alone.
 *
 * @param objects lists taken apart; only those that say their name, kind and version, in their order
 * @param written objects of documents with aliases, which people write and no cluster prints: they prove nothing
 * @param problems documents that broke off, with what stands in their whole part already among the objects
 */
public record ObjectStream(List<ApiResource> objects, List<Problem> problems, List<ApiResource> written) {

    /** Warnings of the API server and client stand before the document; no document starts with such a line. */
    private static final Pattern START = Pattern.compile("(?:apiVersion:|kind:|items:|metadata:|---|- |[{\\[#%]).*");

    private static final Pattern SECRET = Pattern.compile("[\\s\\-{,\"]*+\"?kind\"?\\s*+:\\s*+\"?Secret(?:List)?\\b.*");

    /** The objects of an observation that holds documents; none of any other. */
    public static ObjectStream ofDocuments(Observation observation) {
        boolean documents = observation.command().program().isEmpty()
                || ObjectsReader.isManifest(observation.command())
                || Kubectl.of(observation.command())
                        .filter(ObjectsReader::printsDocuments)
                        .isPresent();
        return documents
                ? of(observation, Kubectl.of(observation.command()).isPresent())
                : new ObjectStream(List.of(), List.of(), List.of());
    }

    /** @param printed whether a command printed it, rather than a file holding it */
    public static ObjectStream of(Observation observation, boolean printed) {
        Taking taking = new Taking();
        List<Line> lines = observation.lines();
        int start = 0;
        while (printed
                && start < lines.size()
                && !START.matcher(lines.get(start).text()).matches()) {
            start++;
        }
        int end = lines.size();
        for (int from = start; from < end; ) {
            int to = from + 1;
            while (to < end && !isSeparator(lines.get(to))) {
                to++;
            }
            taking.document(observation, lines.subList(from, to), to == end);
            from = to;
        }
        return new ObjectStream(List.copyOf(taking.objects), List.copyOf(taking.problems), List.copyOf(taking.written));
    }

    /** What these readers make of the objects. */
    Reading read(List<ObjectReader> readers) {
        List<Fact> facts = new ArrayList<>();
        List<Problem> all = new ArrayList<>(problems);
        for (ApiResource each : objects) {
            if (written.contains(each)) {
                all.add(new Problem(
                        each.object().at(each.tree().at("metadata", "name")),
                        each.kind() + " " + each.name()
                                + " stands in a document with YAML aliases: no cluster prints one",
                        "the object as the cluster has it (get -o yaml)"));
                continue;
            }
            for (ObjectReader reader : readers) {
                if (reader.reads(each.group(), each.kind())) {
                    Reading reading = reader.read(
                            each.object().observation(), each.object().tree());
                    facts.addAll(reading.facts());
                    all.addAll(reading.problems());
                }
            }
        }
        return new Reading(List.copyOf(facts), List.copyOf(all));
    }

    /** The one namespace that all objects are of; empty where there are none or several. */
    String onlyNamespace() {
        List<String> namespaces = objects.stream()
                .map(each -> each.object().namespace())
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .toList();
        return namespaces.size() == 1 ? namespaces.getFirst() : "";
    }

    /** In the first column it can stand in no scalar of YAML. */
    private static boolean isSeparator(Line line) {
        String text = line.text();
        return text.startsWith("---") && (text.length() == 3 || text.charAt(3) == ' ');
    }

    private static final class Taking {
        private final List<ApiResource> objects = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<ApiResource> written = new ArrayList<>();

        void document(Observation whole, List<Line> lines, boolean last) {
            boolean part = whole.filter() instanceof Filter.Part;
            Observation one = CutOutput.with(whole, lines);
            Observation observation = last ? CutOutput.sure(one) : one;
            Document document = Document.of(observation);
            int before = objects.size();
            document.roots().forEach(root -> take(observation, root, "", ""));
            if (document.aliased()) {
                written.addAll(objects.subList(before, objects.size()));
            }
            // What cat typed out may be anything; only a file of objects must be one.
            boolean ours = !whole.command().program().equals("cat")
                    || lines.stream().anyMatch(line -> line.text().contains("apiVersion"));
            if (ours && !part) {
                document.problem().map(problem -> discreet(problem, lines)).ifPresent(problems::add);
            }
        }

        private void take(Observation observation, Tree root, String listVersion, String listKind) {
            String version = root.at("apiVersion").text();
            String kind = root.at("kind").text();
            boolean bare = version.isEmpty() && kind.isEmpty();
            String effectiveVersion = bare ? listVersion : version;
            String effectiveKind = bare ? listKind : kind;
            // A list that breaks off has not come to its kind, which stands behind the items.
            boolean list = effectiveKind.endsWith("List") || effectiveKind.isEmpty();
            List<Tree> items = list ? root.at("items").items() : List.of();
            if (root instanceof Tree.Sequence sequence) {
                sequence.items().forEach(item -> take(observation, item, "", ""));
            } else if (!items.isEmpty()) {
                String itemKind = effectiveKind.isEmpty()
                        ? ""
                        : effectiveKind.substring(0, effectiveKind.length() - "List".length());
                items.forEach(item -> take(observation, item, effectiveVersion, itemKind));
            } else {
                object(new ApiObject(observation, root), effectiveVersion, effectiveKind);
            }
        }

        private void object(ApiObject object, String version, String kind) {
            if (object.name().isEmpty() || kind.isEmpty() || version.isEmpty()) {
                return;
            }
            int slash = version.indexOf('/');
            objects.add(new ApiResource(
                    object, slash < 0 ? "" : version.substring(0, slash), version.substring(slash + 1), kind));
        }

        /** Where a Secret stands in the broken document, not even the broken line is quoted. */
        private static Problem discreet(Problem problem, List<Line> lines) {
            boolean secret = lines.stream()
                    .anyMatch(line ->
                            SECRET.matcher(line.text()).matches() || line.text().contains("\"Secret\""));
            Origin origin = problem.origin();
            return secret
                    ? new Problem(
                            new Origin(origin.source(), origin.file(), origin.line(), origin.pointer(), ""),
                            "a broken document that holds a Secret",
                            problem.expected())
                    : problem;
        }
    }
}
