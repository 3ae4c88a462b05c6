package dev.plumbline.systems.osnetconfig.schema;

import dev.plumbline.evidence.tree.Tree;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PyYAML's safe_load makes of a document, by YAML 1.1: {@code on} is true, {@code 00:11} is a number. */
public final class PyYaml {

    private static final Set<String> TRUE = Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern INT = Pattern.compile(
            "[-+]?+(?:0b[01_]++|0x[0-9a-fA-F_]++" + "|0[0-7_]++|(?:0|[1-9][0-9_]*+)|[1-9][0-9_]*+(?::[0-5]?[0-9])++)");
    private static final Pattern REAL = Pattern.compile(
            "[-+]?+[0-9][0-9_]*+\\.[0-9_]*+(?:[eE][-+][0-9]++)?+" + "|\\.[0-9][0-9_]*+(?:[eE][-+][0-9]++)?+");
    private static final Pattern SEXAGESIMAL_REAL = Pattern.compile("[-+]?+[0-9][0-9_]*+(?::[0-5]?[0-9])++\\.[0-9_]*+");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)");
    private static final Pattern NAN = Pattern.compile("\\.(?:nan|NaN|NAN)");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final int LONGEST_TAG = 16;
    private static final Pattern TAG = Pattern.compile("!!(?:int|float|bool|null|timestamp)\\b");
    /** More digits than Python itself turns into a number. */
    private static final int LONGEST = 4300;

    private final Columns columns = new Columns();

    private PyYaml() {}

    /** A value of a tree that was read as YAML; what is missing is None. */
    public static PythonValue of(Tree tree) {
        return new PyYaml().value(tree);
    }

    private PythonValue value(Tree tree) {
        return switch (tree) {
            case Tree.Missing _ -> PythonValue.None.NONE;
            case Tree.Scalar scalar -> scalar(scalar);
            case Tree.Sequence list ->
                new PythonValue.Sequence(list.items().stream().map(this::value).toList());
            case Tree.Mapping mapping -> {
                Map<String, PythonValue> fields = new LinkedHashMap<>();
                mapping.fields().forEach((key, field) -> fields.put(key, value(field)));
                yield new PythonValue.Dict(Collections.unmodifiableMap(fields));
            }
        };
    }

    private PythonValue scalar(Tree.Scalar scalar) {
        return switch (first(scalar)) {
            case '"', '\'', '|', '>' -> new PythonValue.Str(scalar.text());
            // A tag: of those that YAML itself has, these read the text as if it had no quotes.
            case '!' ->
                TAG.matcher(columns.from(scalar.spot(), LONGEST_TAG)).lookingAt()
                        ? plain(scalar.text())
                        : new PythonValue.Str(scalar.text());
            default -> plain(scalar.text());
        };
    }

    private char first(Tree.Scalar scalar) {
        String first = columns.from(scalar.spot(), 1);
        return first.isEmpty() ? ' ' : first.charAt(0);
    }

    /** A text without quotes. */
    static PythonValue plain(String text) {
        if (NULL.contains(text)) {
            return PythonValue.None.NONE;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return new PythonValue.Bool(TRUE.contains(text));
        }
        char first = text.charAt(0);
        boolean numeral = first >= '0' && first <= '9' || first == '+' || first == '-' || first == '.';
        return numeral && text.length() <= LONGEST
                ? number(text).orElseGet(() -> new PythonValue.Str(text))
                : new PythonValue.Str(text);
    }

    private static Optional<PythonValue> number(String text) {
        if (INT.matcher(text).matches()) {
            return whole(text).map(PythonValue.Int::new);
        }
        if (REAL.matcher(text).matches()) {
            return Optional.of(new PythonValue.Real(Double.parseDouble(text.replace("_", ""))));
        }
        if (INFINITE.matcher(text).matches()) {
            return Optional.of(
                    new PythonValue.Real(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY));
        }
        if (NAN.matcher(text).matches()) {
            return Optional.of(new PythonValue.Real(Double.NaN));
        }
        if (SEXAGESIMAL_REAL.matcher(text).matches()) {
            return Optional.of(new PythonValue.Real(sexagesimal(text)));
        }
        return date(text);
    }

    private static Optional<BigInteger> whole(String text) {
        boolean negative = text.startsWith("-");
        String digits = text.replaceFirst("^[-+]", "").replace("_", "");
        BigInteger value;
        if (digits.startsWith("0b")) {
            value = digits.length() == 2 ? BigInteger.ZERO : new BigInteger(digits.substring(2), 2);
        } else if (digits.startsWith("0x")) {
            value = digits.length() == 2 ? BigInteger.ZERO : new BigInteger(digits.substring(2), 16);
        } else if (digits.startsWith("0")) {
            value = new BigInteger(digits, 8);
        } else {
            value = BigInteger.ZERO;
            for (String part : digits.split(":", -1)) {
                value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
            }
        }
        return Optional.of(negative ? value.negate() : value);
    }

    private static double sexagesimal(String text) {
        double value = 0;
        for (String part : text.replaceFirst("^[-+]", "").replace("_", "").split(":", -1)) {
            value = value * 60 + Double.parseDouble(part);
        }
        return text.startsWith("-") ? -value : value;
    }

    private static Optional<PythonValue> date(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            return Optional.of(new PythonValue.Foreign(
                    text,
                    "datetime.date(" + day.getYear() + ", " + day.getMonthValue() + ", " + day.getDayOfMonth() + ")"));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
