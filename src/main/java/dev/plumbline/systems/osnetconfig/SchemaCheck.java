package dev.plumbline.systems.osnetconfig;

import dev.plumbline.systems.osnetconfig.schema.Edition;
import dev.plumbline.systems.osnetconfig.schema.NetworkConfigSchema;
import dev.plumbline.systems.osnetconfig.schema.PyYaml;
import dev.plumbline.systems.osnetconfig.schema.PythonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What os-net-config says of a configuration by its schema, and whether that ends the run. train and wallaby judge
 * network_config before they map any NIC; master maps first, then judges every section that has objects.
 *
 * @param messages of a run as it is usually called
 * @param exit where the run ends here: wallaby takes every violation for an error
 * @param strictMessages with --exit-on-validation-errors
 * @param strictExit where that run ends here, with --detailed-exit-codes
 */
public record SchemaCheck(
        List<LogMessage> messages, OptionalInt exit, List<LogMessage> strictMessages, OptionalInt strictExit) {

    private static final SchemaCheck PASSED =
            new SchemaCheck(List.of(), OptionalInt.empty(), List.of(), OptionalInt.empty());

    /** master's bit for it; a shell sees 0 of it, as it takes eight bits only. */
    private static final int SCHEMA_VALIDATION_FAILED = 256;

    private static final List<String> SECTIONS =
            List.of("remove_config", "network_config", "minimum_config", "fallback_config");

    /**
     * Nothing where no list of objects is read at all.
     *
     * @param file what train and wallaby put into every object but route tables before they judge it
     * @param persists whether the run has --persist-mapping and a mapping file
     */
    public static SchemaCheck of(YamlFile config, MappingFile file, boolean persists, Release release) {
        if (config.error().isPresent()
                || file.error().isPresent()
                || !(PyYaml.of(config.root()) instanceof PythonValue.Dict sections)) {
            return PASSED;
        }
        return release == Release.MASTER
                ? everySection(sections)
                : networkConfig(sections.fields().get("network_config"), file, persists, release);
    }

    private static SchemaCheck networkConfig(
            @Nullable PythonValue section, MappingFile file, boolean persists, Release release) {
        // An item that is no mapping ends the run before.
        if (!(section instanceof PythonValue.Sequence list)
                || list.items().stream().anyMatch(item -> !(item instanceof PythonValue.Dict))) {
            return PASSED;
        }
        PythonValue mapping = nicMapping(file);
        List<PythonValue> objects = new ArrayList<>();
        for (PythonValue item : list.items()) {
            if (item instanceof PythonValue.Dict object && !isRouteTable(object)) {
                Map<String, PythonValue> fields = new LinkedHashMap<>(object.fields());
                fields.put("nic_mapping", mapping);
                fields.put("persist_mapping", new PythonValue.Bool(persists));
                objects.add(new PythonValue.Dict(fields));
            } else {
                objects.add(item);
            }
        }
        Edition edition = release == Release.TRAIN ? Edition.TRAIN : Edition.WALLABY;
        List<String> texts = new NetworkConfigSchema(edition).messages(new PythonValue.Sequence(List.copyOf(objects)));
        if (texts.isEmpty()) {
            return PASSED;
        }
        String text = String.join("\n", texts);
        List<LogMessage> error = List.of(LogMessage.error(text));
        return release == Release.TRAIN
                ? new SchemaCheck(List.of(LogMessage.warning(text)), OptionalInt.empty(), error, OptionalInt.of(1))
                : new SchemaCheck(error, OptionalInt.of(1), error, OptionalInt.of(1));
    }

    /** As master does: a strict run ends after the first section that fails. */
    private static SchemaCheck everySection(PythonValue.Dict sections) {
        NetworkConfigSchema schema = new NetworkConfigSchema(Edition.MASTER);
        List<LogMessage> messages = new ArrayList<>();
        List<LogMessage> strict = new ArrayList<>();
        for (String name : SECTIONS) {
            if (!(sections.fields().get(name) instanceof PythonValue.Sequence objects)
                    || objects.items().isEmpty()) {
                continue;
            }
            List<String> texts = schema.messages(objects);
            boolean first = strict.isEmpty();
            for (String text : texts) {
                messages.add(LogMessage.warning(text));
                if (first) {
                    strict.add(LogMessage.error(text));
                }
            }
            if (first && !texts.isEmpty()) {
                strict.add(LogMessage.error(
                        name + ": Schema validation failed with error: \n" + String.join("\n", texts)));
            }
        }
        return messages.isEmpty()
                ? PASSED
                : new SchemaCheck(
                        List.copyOf(messages),
                        OptionalInt.empty(),
                        List.copyOf(strict),
                        OptionalInt.of(SCHEMA_VALIDATION_FAILED));
    }

    private static boolean isRouteTable(PythonValue.Dict object) {
        return new PythonValue.Str("route_table").equals(object.fields().get("type"));
    }

    private static PythonValue nicMapping(MappingFile file) {
        if (file.entries().isEmpty()) {
            return PythonValue.None.NONE;
        }
        Map<String, PythonValue> fields = new LinkedHashMap<>();
        file.entries()
                .forEach(entry -> fields.put(
                        entry.alias(),
                        entry.text()
                                ? new PythonValue.Str(entry.value())
                                : new PythonValue.Foreign(entry.value(), entry.value())));
        return new PythonValue.Dict(fields);
    }
}
