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
import dev.plumbline.systems.CutOutput;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The objects of one observation, document by document, so that a broken one costs itself alone. */
final class ObjectStream {

    /** Warnings of the API server and client stand before the document; no document starts with such a line. */
    private static final Pattern START = Pattern.compile("(?:apiVersion:|kind:|items:|metadata:|---|- |[{\\[#%]).*");

    private static final Pattern SECRET = Pattern.compile("[\\s\\-{,\"]*+\"?kind\"?\\s*+:\\s*+\"?Secret(?:List)?\\b.*");

    private final List<ObjectReader> readers;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> namespaces = new HashSet<>();

    ObjectStream(List<ObjectReader> readers) {
        this.readers = readers;
    }

    /** @param printed whether a command printed it, rather than a file holding it */
    Reading read(Observation observation, boolean printed) {
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
            document(observation, lines.subList(from, to), to == end);
            from = to;
        }
        return new Reading(List.copyOf(facts), List.copyOf(problems));
    }

    /** The one namespace that all objects are of; empty where there are none or several. */
    String onlyNamespace() {
        return namespaces.size() == 1 ? namespaces.iterator().next() : "";
    }

    /** In the first column it can stand in no scalar of YAML. */
    private static boolean isSeparator(Line line) {
        String text = line.text();
        return text.startsWith("---") && (text.length() == 3 || text.charAt(3) == ' ');
    }

    private void document(Observation whole, List<Line> lines, boolean last) {
        boolean part = whole.filter() instanceof Filter.Part;
        Observation one = CutOutput.with(whole, lines);
        Observation observation = last ? CutOutput.sure(one) : one;
        Document document = Document.of(observation);
        document.roots().forEach(root -> take(observation, root, "", ""));
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
            String itemKind =
                    effectiveKind.isEmpty() ? "" : effectiveKind.substring(0, effectiveKind.length() - "List".length());
            items.forEach(item -> take(observation, item, effectiveVersion, itemKind));
        } else {
            object(new ApiObject(observation, root), effectiveVersion, effectiveKind);
        }
    }

    private void object(ApiObject object, String version, String kind) {
        String name = object.name();
        if (name.isEmpty() || kind.isEmpty() || version.isEmpty()) {
            return;
        }
        if (!object.namespace().isEmpty()) {
            namespaces.add(object.namespace());
        }
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        for (ObjectReader reader : readers) {
            if (reader.reads(group, kind)) {
                Reading reading = reader.read(object.observation(), object.tree());
                facts.addAll(reading.facts());
                problems.addAll(reading.problems());
            }
        }
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
