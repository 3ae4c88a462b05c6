package dev.plumbline.systems.osnetconfig.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A rule as the Python value that a schema file holds. */
final class RuleText {

    private RuleText() {}

    static String reprs(List<Rule.Branch> branches) {
        return branches.stream().map(branch -> value(branch).repr()).collect(Collectors.joining(", "));
    }

    static PythonValue value(Rule.Branch branch) {
        return branch.name().isEmpty()
                ? value(branch.rule())
                : new PythonValue.Dict(Map.of("$ref", new PythonValue.Str("#/definitions/" + branch.name())));
    }

    static PythonValue value(Rule rule) {
        Map<String, PythonValue> fields = new LinkedHashMap<>();
        for (Rule.Keyword keyword : rule.keywords()) {
            switch (keyword) {
                case Rule.Keyword.Type type ->
                    fields.put(
                            "type", type.names().size() == 1 ? text(type.names().getFirst()) : texts(type.names()));
                case Rule.Keyword.Enum words -> fields.put("enum", texts(words.words()));
                case Rule.Keyword.Matches match ->
                    fields.put("pattern", text(match.pattern().pattern()));
                case Rule.Keyword.Properties properties -> {
                    Map<String, PythonValue> rules = new LinkedHashMap<>();
                    properties.rules().forEach((key, value) -> rules.put(key, value(value)));
                    fields.put("properties", new PythonValue.Dict(rules));
                }
                case Rule.Keyword.Closed _ -> fields.put("additionalProperties", new PythonValue.Bool(false));
                case Rule.Keyword.Required required -> fields.put("required", texts(required.keys()));
                case Rule.Keyword.Without without -> fields.put("not", anyOf(without.keys()));
                case Rule.Keyword.Items items -> fields.put("items", value(items.rule()));
                case Rule.Keyword.MinItems min -> fields.put("minItems", PyYaml.plain(String.valueOf(min.count())));
                case Rule.Keyword.MaxItems max -> fields.put("maxItems", PyYaml.plain(String.valueOf(max.count())));
                case Rule.Keyword.OneOf choice ->
                    fields.put(
                            "oneOf",
                            new PythonValue.Sequence(choice.branches().stream()
                                    .map(RuleText::value)
                                    .toList()));
                case Rule.Keyword.AllOf all ->
                    fields.put(
                            "allOf",
                            new PythonValue.Sequence(
                                    all.rules().stream().map(RuleText::value).toList()));
            }
        }
        return new PythonValue.Dict(fields);
    }

    /** A rule that an object with any of these keys satisfies. */
    static PythonValue anyOf(List<String> keys) {
        List<PythonValue> each = keys.stream()
                .map(key -> value(Rule.of(new Rule.Keyword.Required(List.of(key)))))
                .toList();
        return new PythonValue.Dict(Map.of("anyOf", new PythonValue.Sequence(each)));
    }

    private static PythonValue text(String text) {
        return new PythonValue.Str(text);
    }

    private static PythonValue texts(List<String> texts) {
        return new PythonValue.Sequence(texts.stream().map(RuleText::text).toList());
    }
}
