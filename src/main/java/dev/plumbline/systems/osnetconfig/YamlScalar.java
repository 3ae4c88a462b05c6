package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.tree.Spot;
import dev.plumbline.evidence.tree.Tree;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A scalar as PyYAML understands it, by YAML 1.1. Without quotes {@code 52:54:00:12:00:01} is a number to the base of 60
 * there, and no MAC.
 */
final class YamlScalar {

    private static final Set<String> TRUE = Set.of("yes", "true", "on");
    private static final Set<String> FALSE = Set.of("no", "false", "off");
    private static final Set<String> NULL = Set.of("", "~", "null");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9_]*+)");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[1-9][0-9_]*+(?::[0-5]?[0-9])++");
    /** More digits than any name or MAC has. */
    private static final int LONGEST = 64;

    private YamlScalar() {}

    /** Python's str() of it. */
    static String text(Tree tree) {
        return isString(tree) ? tree.text() : converted(tree.text());
    }

    static boolean isString(Tree tree) {
        return tree instanceof Tree.Scalar scalar
                && (quoted(scalar.spot())
                        || scalar.isString()
                                && converted(scalar.text()).equals(scalar.text())
                                && !DECIMAL.matcher(scalar.text()).matches());
    }

    private static boolean quoted(Spot spot) {
        if (spot.row() >= spot.lines().size()) {
            return false;
        }
        String line = spot.lines().get(spot.row()).text();
        return spot.column() < line.length()
                && (line.charAt(spot.column()) == '"' || line.charAt(spot.column()) == '\'');
    }

    private static String converted(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        // Only these three forms of a word: "tRUE" is a text.
        boolean word = text.equals(lower)
                || text.equals(text.toUpperCase(Locale.ROOT))
                || text.substring(1).equals(lower.substring(1));
        if (word && NULL.contains(lower)) {
            return "None";
        }
        if (word && (TRUE.contains(lower) || FALSE.contains(lower))) {
            return TRUE.contains(lower) ? "True" : "False";
        }
        boolean number = text.length() <= LONGEST && SEXAGESIMAL.matcher(text).matches();
        return number ? sexagesimal(text) : text;
    }

    private static String sexagesimal(String text) {
        boolean negative = text.startsWith("-");
        String digits = text.replaceFirst("^[-+]", "").replace("_", "");
        BigInteger value = BigInteger.ZERO;
        for (String part : digits.split(":", -1)) {
            value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
        }
        return (negative ? value.negate() : value).toString();
    }
}
