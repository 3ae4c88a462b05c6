package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.tree.Page;
import dev.plumbline.evidence.tree.RoomyReader;
import dev.plumbline.evidence.tree.Spot;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Documents as PyYAML puts them together: of a key given twice the last value holds, an alias is what its anchor marks,
 * and {@code <<} takes over the keys of another mapping. How much aliases unfold to is bounded.
 */
final class YamlComposer {

    /** Values, aliases unfolded. A configuration has some hundred. */
    private static final int MOST = 200_000;

    /** As deep as a document may nest without any alias. */
    private static final int DEEPEST = 500;

    private final Page page;
    private final List<Tree> roots = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private String key = "";
    private int count;
    private boolean tooDeep;
    /** Of each open value, the height of the highest value in it so far. */
    private final Deque<Integer> heights = new ArrayDeque<>();

    private record Anchored(Tree tree, int size, int height) {}

    /** @param before how many values there were when it began @param anchor empty without one */
    private record Open(
            Spot spot, Map<String, Tree> fields, List<Tree> items, boolean mapping, int before, String anchor) {}

    private YamlComposer(Page page) {
        this.page = page;
    }

    /** Nothing where the text is no YAML, or unfolds to more than any configuration holds. */
    static Optional<List<Tree>> read(String name, List<Line> lines) {
        YAMLFactory factory = YAMLFactory.builder()
                .loadSettings(LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .setAllowDuplicateKeys(true)
                        .build())
                .build();
        YamlComposer reader = new YamlComposer(new Page(name, "", lines));
        String text = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        try (YAMLParser parser = (YAMLParser) factory.createParser(ObjectReadContext.empty(), new RoomyReader(text))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!reader.take(token, parser)) {
                    return Optional.empty();
                }
            }
            return reader.open.isEmpty() ? Optional.of(reader.roots) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private boolean take(JsonToken token, YAMLParser parser) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                boolean mapping = token == JsonToken.START_OBJECT;
                Map<String, Tree> fields = mapping ? new LinkedHashMap<>() : Map.of();
                List<Tree> items = mapping ? List.of() : new ArrayList<>();
                open.push(new Open(spot(parser), fields, items, mapping, count, anchor(parser)));
                heights.push(0);
            }
            case END_OBJECT, END_ARRAY -> {
                Open closed = open.pop();
                key = closed.spot().key();
                put(tree(closed), closed.anchor(), count - closed.before() + 1, heights.pop() + 1);
            }
            case PROPERTY_NAME -> key = parser.currentName();
            case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> {
                Anchored alias = parser.isCurrentAlias() ? anchors.get(parser.getString()) : null;
                if (parser.isCurrentAlias() && alias == null) {
                    return false;
                }
                if (alias != null) {
                    count += alias.size() - 1;
                    put(alias.tree(), "", alias.size(), alias.height());
                } else {
                    put(new Tree.Scalar(parser.getString(), true, spot(parser)), anchor(parser), 1, 0);
                }
            }
            case VALUE_NULL -> put(new Tree.Scalar("", false, spot(parser)), anchor(parser), 1, 0);
            default -> put(new Tree.Scalar(parser.getString(), false, spot(parser)), anchor(parser), 1, 0);
        }
        return count <= MOST && !tooDeep;
    }

    private static String anchor(YAMLParser parser) {
        return parser.getObjectId() instanceof String anchor ? anchor : "";
    }

    /** @param size the value and all values in it, aliases unfolded @param height 0 for a scalar */
    private void put(Tree tree, String anchor, int size, int height) {
        count++;
        tooDeep |= open.size() + height > DEEPEST;
        if (!anchor.isEmpty()) {
            anchors.put(anchor, new Anchored(tree, size, height));
        }
        if (!heights.isEmpty()) {
            heights.push(Math.max(heights.pop(), height));
        }
        Open holder = open.peek();
        if (holder == null) {
            roots.add(tree);
        } else if (holder.mapping()) {
            holder.fields().put(key, tree);
        } else {
            holder.items().add(tree);
        }
    }

    /** Keys that are taken over come first, and give way to the mapping's own. */
    private static Tree tree(Open closed) {
        if (!closed.mapping()) {
            return new Tree.Sequence(closed.items(), closed.spot());
        }
        Tree merged = closed.fields().get("<<");
        if (merged == null) {
            return new Tree.Mapping(closed.fields(), closed.spot());
        }
        Map<String, Tree> fields = new LinkedHashMap<>();
        List<Tree> others = merged instanceof Tree.Sequence list ? list.items().reversed() : List.of(merged);
        others.forEach(other -> fields.putAll(other.fields()));
        fields.putAll(closed.fields());
        fields.remove("<<");
        return new Tree.Mapping(fields, closed.spot());
    }

    private Spot spot(YAMLParser parser) {
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
}
