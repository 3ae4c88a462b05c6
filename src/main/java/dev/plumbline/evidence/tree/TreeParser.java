package dev.plumbline.evidence.tree;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Builds trees from Jackson's token stream, which bounds nesting; aliases of YAML share their value. */
final class TreeParser {

    private static final String MERGE = "<<";

    private final String source;
    private final String file;

    TreeParser(String source, String file) {
        this.source = source;
        this.file = file;
    }

    Document json(List<Line> lines) {
        int start = 0;
        while (start < lines.size() && !lines.get(start).text().strip().matches("[\\[{].*")) {
            start++;
        }
        return parse(new JsonFactory(), lines.subList(start, lines.size()), "JSON");
    }

    Document yaml(List<Line> lines) {
        // snakeyaml-engine refuses documents above 3 MB by itself; a list of pods is larger.
        YAMLFactory factory = YAMLFactory.builder()
                .loadSettings(LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build())
                .build();
        return parse(factory, lines, "YAML");
    }

    private Document parse(TokenStreamFactory factory, List<Line> lines, String format) {
        String text = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        List<Tree> roots = new ArrayList<>();
        Builder builder = new Builder(new Page(source, file, lines), roots);
        try (JsonParser parser = factory instanceof YAMLFactory
                ? factory.createParser(ObjectReadContext.empty(), new RoomyReader(text))
                : factory.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                builder.take(token, parser);
                if (!builder.lostAlias().isEmpty()) {
                    int row = parser.currentTokenLocation().getLineNr();
                    return new Document(
                            builder.salvage(), Optional.of(broken(lines, row, builder.lostAlias())), builder.aliased());
                }
                if (builder.doubled()) {
                    int row = parser.currentTokenLocation().getLineNr();
                    return new Document(
                            builder.salvage(),
                            Optional.of(broken(lines, row, "a key of this " + format + " object comes twice")),
                            builder.aliased());
                }
            }
            return builder.unfinished()
                    ? new Document(
                            builder.salvage(),
                            Optional.of(broken(lines, lines.size(), "the " + format + " ends early")),
                            builder.aliased())
                    : new Document(roots, Optional.empty(), builder.aliased());
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int row = at == null ? 0 : Math.max(0, at.getLineNr());
            String cause = plain(e.getOriginalMessage().lines().findFirst().orElse(""));
            return new Document(
                    builder.salvage(),
                    Optional.of(broken(lines, row, "this is not " + format + ": " + cause)),
                    builder.aliased());
        }
    }

    /** Without Jackson's own words on where it stands, which mean nothing to people: the line is told anyway. */
    private static String plain(String cause) {
        if (cause.startsWith("while scanning for the next token")) {
            return "an indent with a tab, or a character that starts no value";
        }
        int own = cause.indexOf(" (start marker");
        return own < 0 ? cause : cause.substring(0, own);
    }

    private Problem broken(List<Line> lines, int row, String found) {
        int index = Math.min(Math.max(row, 1), lines.size()) - 1;
        Line line = index < 0 ? new Line(0, "") : lines.get(index);
        return new Problem(
                new Origin(source, file, line.number(), "", line.text().strip()),
                found,
                "a whole, well-formed document");
    }

    /** The containers that are open, innermost last. */
    private static final class Builder {
        private final Page page;
        private final List<Tree> roots;
        private final Deque<Open> open = new ArrayDeque<>();
        private String key = "";
        private boolean doubled;
        private final Anchors anchors = new Anchors();
        private String lostAlias = "";
        private boolean aliased;

        Builder(Page page, List<Tree> roots) {
            this.page = page;
            this.roots = roots;
        }

        private record Open(Spot spot, Map<String, Tree> fields, List<Tree> items, boolean mapping, String anchor) {
            Tree close() {
                return mapping ? new Tree.Mapping(merged(), spot) : new Tree.Sequence(items, spot);
            }

            /** With the fields that YAML 1.1's merge key brings, as kubectl reads it; the mapping's own win. */
            private Map<String, Tree> merged() {
                Tree merge = fields.getOrDefault(MERGE, new Tree.Missing(spot));
                List<Tree> parts = merge instanceof Tree.Mapping ? List.of(merge) : merge.items();
                if (parts.isEmpty() || !parts.stream().allMatch(part -> part instanceof Tree.Mapping)) {
                    return fields;
                }
                Map<String, Tree> all = new LinkedHashMap<>(fields);
                all.remove(MERGE);
                parts.forEach(part -> part.fields().forEach(all::putIfAbsent));
                return all;
            }
        }

        void take(JsonToken token, JsonParser parser) {
            switch (token) {
                case START_OBJECT ->
                    open.push(new Open(spot(parser), new LinkedHashMap<>(), List.of(), true, anchor(parser)));
                case START_ARRAY ->
                    open.push(new Open(spot(parser), Map.of(), new ArrayList<>(), false, anchor(parser)));
                case END_OBJECT, END_ARRAY -> {
                    Open closed = open.pop();
                    key = closed.spot().key();
                    put(closed.close(), closed.anchor());
                }
                case PROPERTY_NAME -> key = parser.currentName();
                case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> {
                    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                        alias(parser.getString());
                    } else {
                        scalar(parser, parser.getString(), true);
                    }
                }
                case VALUE_NULL -> scalar(parser, "", false);
                default -> scalar(parser, parser.getString(), false);
            }
        }

        private static String anchor(JsonParser parser) {
            return parser instanceof YAMLParser && parser.getObjectId() instanceof String anchor ? anchor : "";
        }

        /** Jackson tells no scalar's anchor; its token begins there, and no plain scalar begins with an ampersand. */
        private static String anchor(JsonParser parser, Spot spot) {
            String line = spot.row() < spot.lines().size()
                    ? spot.lines().get(spot.row()).text()
                    : "";
            if (!(parser instanceof YAMLParser) || !line.startsWith("&", spot.column())) {
                return "";
            }
            int end = spot.column() + 1;
            while (end < line.length() && " \t,[]{}".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            return line.substring(spot.column() + 1, end);
        }

        private void scalar(JsonParser parser, String text, boolean string) {
            Spot spot = spot(parser);
            put(new Tree.Scalar(text, string, spot), anchor(parser, spot));
        }

        /** A merge key, too, is of use with an alias only. */
        boolean aliased() {
            return aliased;
        }

        private void alias(String anchor) {
            aliased = true;
            Optional<Tree> tree = anchors.get(anchor, open.size());
            tree.ifPresentOrElse(
                    value -> put(value, ""),
                    () -> lostAlias = anchors.knows(anchor)
                            ? "alias " + anchor + " repeats more values than a document may hold"
                            : "alias " + anchor + " stands for nothing that was given before it");
        }

        /** Why an alias has no value; empty where all have one. */
        String lostAlias() {
            return lostAlias;
        }

        private void put(Tree tree, String anchor) {
            if (!anchor.isEmpty()) {
                anchors.put(anchor, tree);
            }
            Open holder = open.peek();
            if (holder == null) {
                anchors.clear();
            }
            if (holder == null) {
                roots.add(tree);
            } else if (holder.mapping()) {
                doubled |= holder.fields().containsKey(key)
                        && !isSame(holder.fields().get(key), tree);
                holder.fields().put(key, tree);
            } else {
                holder.items().add(tree);
            }
        }

        private static boolean isSame(@Nullable Tree one, Tree other) {
            return one instanceof Tree.Scalar first
                    && other instanceof Tree.Scalar second
                    && first.text().equals(second.text());
        }

        /** Whether the object being read has one key with two values, as where the lines between two objects are lost. */
        boolean doubled() {
            return doubled;
        }

        private Spot spot(JsonParser parser) {
            TokenStreamLocation at = parser.currentTokenLocation();
            Open holder = open.peek();
            String name = holder == null
                    ? ""
                    : holder.mapping() ? key : String.valueOf(holder.items().size());
            return new Spot(
                    Optional.ofNullable(holder).map(Open::spot),
                    name,
                    page,
                    Math.max(0, at.getLineNr() - 1),
                    Math.max(0, at.getColumnNr() - 1));
        }

        boolean unfinished() {
            return !open.isEmpty();
        }

        /** Closes what is open, without the unfinished item of the outermost open list. */
        List<Tree> salvage() {
            List<Open> outermostFirst = new ArrayList<>(open).reversed();
            int lists = 0;
            while (lists < outermostFirst.size() && outermostFirst.get(lists).mapping()) {
                lists++;
            }
            open.clear();
            if (lists < outermostFirst.size()) {
                Tree closed = outermostFirst.get(lists).close();
                for (int i = lists - 1; i >= 0; i--) {
                    Open holder = outermostFirst.get(i);
                    holder.fields().put(closed.spot().key(), closed);
                    closed = holder.close();
                }
                roots.add(closed);
            }
            return roots;
        }
    }
}
