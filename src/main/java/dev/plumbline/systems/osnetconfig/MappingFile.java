package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * /etc/os-net-config/mapping.yaml: aliases by name or MAC.
 *
 * @param entries in the file's order; of an alias given twice the last value, at the first one's place
 * @param error what os-net-config stumbles over when it reads the file: of an empty one already
 * @param present whether there is such a file at all
 */
public record MappingFile(List<Entry> entries, Optional<PythonError> error, boolean present) {

    public static final MappingFile NONE = new MappingFile(List.of(), Optional.empty(), false);

    private static MappingFile unread(PythonError error) {
        return new MappingFile(List.of(), Optional.of(error), true);
    }

    /**
     * @param value a device's name or a MAC, as Python prints it
     * @param text whether it is a text to PyYAML; a number is neither a name nor a MAC
     */
    public record Entry(String alias, String value, boolean text) {

        /** netaddr's valid_mac: also dashes, dots, bare digits, single digits and upper case, which then match no NIC. */
        public boolean isMac() {
            return text && MACS.stream().anyMatch(form -> form.matcher(value).matches());
        }
    }

    private static final List<Pattern> MACS = Stream.of(
                    "HEX{1,2}(:HEX{1,2}){5}",
                    "HEX{1,2}(-HEX{1,2}){5}",
                    "HEX{1,4}(:HEX{1,4}){2}",
                    "HEX{1,4}(-HEX{1,4}){2}",
                    "HEX{1,4}(\\.HEX{1,4}){2}",
                    "HEX{5,6}[-:]HEX{5,6}",
                    "HEX{11,12}")
            .map(form -> Pattern.compile(form.replace("HEX", "[0-9A-Fa-f]")))
            .toList();

    public static MappingFile read(YamlFile file) {
        if (file.error().isPresent()) {
            return unread(file.error().get());
        }
        if (!(file.root() instanceof Tree.Mapping)) {
            String type = file.isEmpty() ? "NoneType" : YamlFile.pythonType(file.root());
            return unread(PythonError.noAttribute(type, "get"));
        }
        Tree mapping = file.root().at("interface_mapping");
        if (!(mapping instanceof Tree.Mapping)) {
            return falsy(mapping)
                    ? new MappingFile(List.of(), Optional.empty(), true)
                    : unread(PythonError.noAttribute(YamlFile.pythonType(mapping), "items"));
        }
        List<Entry> entries = new ArrayList<>();
        mapping.fields()
                .forEach((alias, value) ->
                        entries.add(new Entry(alias, YamlScalar.text(value), YamlScalar.isString(value))));
        return new MappingFile(List.copyOf(entries), Optional.empty(), true);
    }

    private static boolean falsy(Tree tree) {
        return switch (tree) {
            case Tree.Missing _ -> true;
            case Tree.Sequence sequence -> sequence.items().isEmpty();
            case Tree.Mapping mapping -> mapping.fields().isEmpty();
            case Tree.Scalar scalar -> scalar.text().isEmpty() || scalar.text().matches("0|(?i:false|no|off)");
        };
    }
}
