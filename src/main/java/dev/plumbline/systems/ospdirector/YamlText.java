package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A tree as YAML in block style, for a file that stands inside an object. */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*|[0-9]+(?:\\.[0-9]+){3}(?:/[0-9]+)?");

    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    static String of(Tree tree) {
        YamlText yaml = new YamlText();
        yaml.fields(tree.fields(), "");
        return yaml.text.toString();
    }

    private void fields(Map<String, Tree> fields, String indent) {
        fields.forEach((key, value) -> {
            text.append(indent).append(quoted(key)).append(':');
            value(value, indent + "  ");
        });
    }

    private void value(Tree value, String indent) {
        switch (value) {
            case Tree.Mapping mapping
            when !mapping.fields().isEmpty() -> {
                text.append('\n');
                fields(mapping.fields(), indent);
            }
            case Tree.Sequence sequence
            when !sequence.items().isEmpty() -> {
                text.append('\n');
                sequence.items().forEach(item -> item(item, indent));
            }
            case Tree.Mapping _ -> text.append(" {}\n");
            case Tree.Sequence _ -> text.append(" []\n");
            case Tree.Scalar scalar -> text.append(' ').append(scalar(scalar)).append('\n');
            case Tree.Missing _ -> text.append(" null\n");
        }
    }

    private void item(Tree item, String indent) {
        text.append(indent).append('-');
        if (item.fields().isEmpty()) {
            value(item, indent + "  ");
            return;
        }
        int start = text.length();
        fields(item.fields(), indent + "  ");
        // The first key stands behind the dash.
        text.replace(start, start + indent.length() + 2, " ");
    }

    private static String scalar(Tree.Scalar scalar) {
        return scalar.isString() ? quoted(scalar.text()) : scalar.text();
    }

    private static String quoted(String value) {
        if (PLAIN.matcher(value).matches() && !WORD.matcher(value).matches()) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                default -> quoted.append(c < ' ' ? String.format(Locale.ROOT, "\\x%02x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
