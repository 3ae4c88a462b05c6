package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.evidence.tree.Spot;
import dev.plumbline.evidence.tree.Tree;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads trees as PyYAML would, by YAML 1.1: {@code on} is true, {@code 0755} is octal, {@code 52:54:00} is a number to
 * the base of 60.
 *
 * @param typed whether a scalar's type is settled, as in a tree that was made and not read: a string is then a string
 */
public record ValueReader(boolean typed) {

    private static final Set<String> TRUE = Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9_]*+)");
    private static final Pattern BINARY = Pattern.compile("[-+]?0b[0-1_]++");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]++");
    private static final Pattern HEX = Pattern.compile("[-+]?0x[0-9a-fA-F_]++");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[1-9][0-9_]*+(?::[0-5]?[0-9])++");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?[0-9][0-9_]*+\\.[0-9_]*+(?:[eE][-+][0-9]++)?|\\.[0-9][0-9_]*+(?:[eE][-+][0-9]++)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]++)[0-9]{1,2}"
            + ":[0-9]{2}:[0-9]{2}(?:\\.[0-9]*+)?(?:[ \\t]*+(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?");

    /** No number in a configuration is longer; Python itself refuses more digits than some thousand. */
    private static final int LONGEST = 256;

    public Value read(Tree tree) {
        return switch (tree) {
            case Tree.Missing missing -> new Value.Nothing(missing);
            case Tree.Sequence list ->
                new Value.Items(list.items().stream().map(this::read).toList(), list);
            case Tree.Mapping mapping -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                mapping.fields().forEach((key, field) -> fields.put(key, read(field)));
                yield new Value.Fields(fields, mapping);
            }
            case Tree.Scalar scalar -> isText(scalar) ? new Value.Text(scalar.text(), scalar) : plain(scalar);
        };
    }

    private boolean isText(Tree.Scalar scalar) {
        return typed ? scalar.isString() : quoted(scalar.spot());
    }

    /** In quotes or a block: the parser does not say, the first character does. */
    private static boolean quoted(Spot spot) {
        if (spot.row() >= spot.lines().size()) {
            return false;
        }
        String line = spot.lines().get(spot.row()).text();
        int at = spot.column();
        // An anchor or a tag comes first.
        while (at < line.length() && (line.charAt(at) == '&' || line.charAt(at) == '!')) {
            while (at < line.length() && line.charAt(at) != ' ') {
                at++;
            }
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
        }
        return at < line.length() && opensText(line.charAt(at));
    }

    private static boolean opensText(char c) {
        return c == '"' || c == '\'' || c == '|' || c == '>';
    }

    private static Value plain(Tree.Scalar scalar) {
        String text = scalar.text();
        if (NULL.contains(text)) {
            return new Value.Nothing(scalar);
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return new Value.Truth(TRUE.contains(text), scalar);
        }
        char first = text.charAt(0);
        boolean numeric = first >= '0' && first <= '9' || first == '+' || first == '-' || first == '.';
        if (!numeric || text.length() > LONGEST) {
            return new Value.Text(text, scalar);
        }
        if (DATE.matcher(text).matches() || TIME.matcher(text).matches()) {
            return new Value.Moment(text, scalar);
        }
        return number(text, scalar);
    }

    private static Value number(String text, Tree tree) {
        String digits = text.replace("_", "").replaceFirst("^[-+]", "");
        boolean negative = text.startsWith("-");
        if (DECIMAL.matcher(text).matches()) {
            return whole(digits, 10, negative, tree);
        }
        if (BINARY.matcher(text).matches()) {
            return whole(digits.substring(2), 2, negative, tree);
        }
        if (HEX.matcher(text).matches()) {
            return whole(digits.substring(2), 16, negative, tree);
        }
        if (OCTAL.matcher(text).matches()) {
            return whole(digits, 8, negative, tree);
        }
        if (SEXAGESIMAL.matcher(text).matches()) {
            BigInteger number = BigInteger.ZERO;
            for (String part : List.of(digits.split(":", -1))) {
                number = number.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
            }
            return new Value.Whole(negative ? number.negate() : number, tree);
        }
        if (FLOAT.matcher(text).matches()) {
            double number = Double.parseDouble(digits);
            return new Value.Real(negative ? -number : number, tree);
        }
        String word = digits.toLowerCase(Locale.ROOT);
        if (word.equals(".inf") || word.equals(".nan")) {
            double number = word.equals(".nan") ? Double.NaN : Double.POSITIVE_INFINITY;
            return new Value.Real(negative ? -number : number, tree);
        }
        return new Value.Text(text, tree);
    }

    private static Value whole(String digits, int base, boolean negative, Tree tree) {
        BigInteger number = digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, base);
        return new Value.Whole(negative ? number.negate() : number, tree);
    }
}
