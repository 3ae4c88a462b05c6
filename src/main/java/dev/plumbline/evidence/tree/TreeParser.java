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

/** Builds trees from Jackson's token stream, which bounds nesting and expands no alias. */
final class TreeParser {

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
                if (builder.doubled()) {
                    int row = parser.currentTokenLocation().getLineNr();
                    return new Document(
                            builder.salvage(),
                            Optional.of(broken(lines, row, "a key of this " + format + " object comes twice")));
                }
            }
            return builder.unfinished()
                    ? new Document(
                            builder.salvage(),
                            Optional.of(broken(lines, lines.size(), "the " + format + " ends early")))
                    : new Document(roots, Optional.empty());
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int row = at == null ? 0 : Math.max(0, at.getLineNr());
            String cause = plain(e.getOriginalMessage().lines().findFirst().orElse(""));
            return new Document(
                    builder.salvage(), Optional.of(broken(lines, row, "this is not " + format + ": " + cause)));
        }
    }

    /** Without Jackson's own words on where it stands, which mean nothing to people: the line is told anyway. */
    private static String plain(String cause) {
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

        Builder(Page page, List<Tree> roots) {
            this.page = page;
            this.roots = roots;
        }

        private record Open(Spot spot, Map<String, Tree> fields, List<Tree> items, boolean mapping) {
            Tree close() {
                return mapping ? new Tree.Mapping(fields, spot) : new Tree.Sequence(items, spot);
            }
        }

        void take(JsonToken token, JsonParser parser) {
            switch (token) {
                case START_OBJECT -> open.push(new Open(spot(parser), new LinkedHashMap<>(), List.of(), true));
                case START_ARRAY -> open.push(new Open(spot(parser), Map.of(), new ArrayList<>(), false));
                case END_OBJECT, END_ARRAY -> {
                    Open closed = open.pop();
                    key = closed.spot().key();
                    put(closed.close());
                }
                case PROPERTY_NAME -> key = parser.currentName();
                case VALUE_STRING, VALUE_EMBEDDED_OBJECT ->
                    put(new Tree.Scalar(parser.getString(), true, spot(parser)));
                case VALUE_NULL -> put(new Tree.Scalar("", false, spot(parser)));
                default -> put(new Tree.Scalar(parser.getString(), false, spot(parser)));
            }
        }

        private void put(Tree tree) {
            Open holder = open.peek();
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
