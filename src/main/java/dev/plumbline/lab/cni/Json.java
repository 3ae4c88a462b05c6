package dev.plumbline.lab.cni;

import dev.plumbline.evidence.tree.Tree;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON for plugins, and from them. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The same value without its place; what is missing becomes null. */
    static JsonNode of(Tree tree) {
        return switch (tree) {
            case Tree.Mapping mapping -> {
                ObjectNode object = object();
                mapping.fields().forEach((key, value) -> object.set(key, of(value)));
                yield object;
            }
            case Tree.Sequence sequence -> {
                ArrayNode array = array();
                sequence.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case Tree.Scalar scalar
            when scalar.isString() -> MAPPER.getNodeFactory().stringNode(scalar.text());
            case Tree.Scalar scalar ->
                read(scalar.text()).orElseGet(() -> MAPPER.getNodeFactory().nullNode());
            case Tree.Missing _ -> MAPPER.getNodeFactory().nullNode();
        };
    }

    /** Empty where the text is not JSON. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** Empty where the text is not a JSON object. */
    static Optional<ObjectNode> readObject(String text) {
        return read(text).filter(node -> node instanceof ObjectNode).map(node -> (ObjectNode) node);
    }

    /** On several lines, as Multus writes its annotation. */
    static String pretty(JsonNode node) {
        return node.toPrettyString();
    }
}
