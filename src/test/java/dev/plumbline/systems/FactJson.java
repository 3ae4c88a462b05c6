package dev.plumbline.systems;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Mac;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reading as JSON for people: a line a fact, with its record's name and the fields that say something. The vantage is
 * left out, the origin becomes {@code line} and, where there is one, {@code pointer}.
 */
final class FactJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private FactJson() {}

    static String of(Reading reading) {
        List<String> facts = reading.facts().stream()
                .map(fact -> MAPPER.writeValueAsString(fields("fact", fact)))
                .toList();
        List<String> problems = reading.problems().stream()
                .map(problem -> MAPPER.writeValueAsString(problem.message()))
                .toList();
        return "{\n \"facts\": " + array(facts) + ",\n \"problems\": " + array(problems) + "\n}\n";
    }

    private static String array(List<String> items) {
        return items.isEmpty() ? "[]" : items.stream().collect(Collectors.joining(",\n  ", "[\n  ", "\n ]"));
    }

    private static Map<String, Object> fields(String kind, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(kind, value.getClass().getSimpleName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object field = get(component, value);
            if (!(field instanceof Vantage) && !(field instanceof Origin)) {
                plain(field).ifPresent(said -> fields.put(component.getName(), said));
            }
        }
        if (value instanceof Fact fact && fact.vantage().standing() == Standing.ASSUMED) {
            fields.put("standing", "ASSUMED");
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (get(component, value) instanceof Origin origin) {
                fields.put("line", origin.line());
                plain(origin.pointer()).ifPresent(pointer -> fields.put("pointer", pointer));
            }
        }
        return fields;
    }

    /** What a field says; nothing for what is empty or false. */
    private static Optional<Object> plain(Object field) {
        return switch (field) {
            case Optional<?> optional -> optional.flatMap(FactJson::plain);
            case OptionalInt optional -> optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty();
            case OptionalLong optional -> optional.isPresent() ? Optional.of(optional.getAsLong()) : Optional.empty();
            case Boolean yes -> yes ? Optional.of(true) : Optional.empty();
            case Number number -> Optional.of(number);
            case Mac mac -> Optional.of(mac.text());
            case Collection<?> items when items.isEmpty() -> Optional.empty();
            case Collection<?> items ->
                Optional.of(items.stream()
                        .map(FactJson::plain)
                        .map(item -> item.orElse(""))
                        .toList());
            case Record inner -> Optional.of(fields("is", inner));
            default -> field.toString().isEmpty() ? Optional.empty() : Optional.of(field.toString());
        };
    }

    private static Object get(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
