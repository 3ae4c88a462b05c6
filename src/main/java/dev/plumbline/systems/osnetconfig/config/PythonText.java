package dev.plumbline.systems.osnetconfig.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How Python writes and reads texts and numbers. */
final class PythonText {

    /** More digits than any number in a configuration has; Python itself stops at 4300. */
    private static final int LONGEST = 4300;

    private static final Pattern DIGITS = Pattern.compile("[-+]?[0-9a-z]++(?:_[0-9a-z]++)*+");

    private PythonText() {}

    /** {@code repr} of a text: single quotes unless it holds one and no double quote. */
    static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (point == quote) {
                        out.append('\\').append(quote);
                    } else if (point < ' ' || point == 0x7f) {
                        out.append(String.format(Locale.ROOT, "\\x%02x", point));
                    } else {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
        return out.append(quote).toString();
    }

    /** {@code str} of a float. */
    static String of(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        if (size == 0 || size >= 1e-4 && size < 1e16) {
            String plain = new BigDecimal(Double.toString(number)).toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String[] parts = Double.toString(number).split("E", 2);
        String digits = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int power = Integer.parseInt(parts[1]);
        return digits + "e" + (power < 0 ? "-" : "+") + String.format(Locale.ROOT, "%02d", Math.abs(power));
    }

    static BigInteger truncated(double number) {
        if (Double.isNaN(number)) {
            throw new Stop("ValueError", "cannot convert float NaN to integer");
        }
        if (Double.isInfinite(number)) {
            throw new Stop("OverflowError", "cannot convert float infinity to integer");
        }
        return new BigDecimal(number).toBigInteger();
    }

    /** {@code int(text, base)}: blanks around it, a sign and underscores between digits are fine. */
    static Optional<BigInteger> integer(String text, int base) {
        String digits = text.strip().toLowerCase(Locale.ROOT);
        if (base == 16) {
            digits = digits.replaceFirst("^([-+]?)0x_?", "$1");
        }
        if (digits.length() > LONGEST || !DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigInteger(digits.replace("_", ""), base));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** {@code template.format(name=name)}. */
    static String formatted(String template, String name) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            boolean doubled = at + 1 < template.length() && template.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                out.append(c);
                at += 2;
            } else if (c == '}') {
                throw new Stop("ValueError", "Single '}' encountered in format string");
            } else if (c == '{') {
                int end = template.indexOf('}', at);
                if (end < 0) {
                    boolean last = at + 1 == template.length();
                    throw new Stop(
                            "ValueError",
                            last ? "Single '{' encountered in format string" : "expected '}' before end of string");
                }
                out.append(field(template.substring(at + 1, end), name));
                at = end + 1;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private static String field(String field, String name) {
        String key = field.split("[!:]", 2)[0];
        if (key.equals("name")) {
            return name;
        }
        if (key.isEmpty() || key.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Stop(
                    "IndexError",
                    "Replacement index " + (key.isEmpty() ? "0" : key) + " out of range for positional args tuple");
        }
        throw new Stop("KeyError", quoted(key));
    }
}
