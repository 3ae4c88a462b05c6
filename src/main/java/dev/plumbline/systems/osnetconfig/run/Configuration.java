package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.PythonError;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.SchemaCheck;
import dev.plumbline.systems.osnetconfig.YamlFile;
import dev.plumbline.systems.osnetconfig.config.Value;
import dev.plumbline.systems.osnetconfig.config.ValueReader;
import java.util.List;
import java.util.Optional;

/**
 * A configuration as a release reads it; the machine has no say in it yet.
 *
 * @param name the file's, for messages
 * @param error where it is no YAML
 * @param root None for an empty file
 * @param schema what the schema has against it: the release decides what comes of that
 */
public record Configuration(String name, Optional<PythonError> error, Value root, List<LogMessage> schema) {

    public static Configuration of(YamlFile file, Host host, Release release) {
        return of(
                file,
                SchemaCheck.of(file, host.mapping(), host.persists(), release).messages());
    }

    public static Configuration of(YamlFile file, List<LogMessage> schema) {
        Value root = new ValueReader(false).read(file.root());
        return new Configuration(file.name(), file.error(), root, schema);
    }

    /** One that was not read from a file but made: every string in it is a string. */
    public static Configuration made(String name, Tree root) {
        return new Configuration(name, Optional.empty(), new ValueReader(true).read(root), List.of());
    }

    Value section(String name) {
        return root.get(name);
    }
}
