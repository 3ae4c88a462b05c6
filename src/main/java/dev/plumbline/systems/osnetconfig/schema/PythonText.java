package dev.plumbline.systems.osnetconfig.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Python's own way of writing its values. */
final class PythonText {

    /** Outside these powers of ten Python writes an exponent. */
    private static final int LEAST_PLAIN = -4;

    private static final int FIRST_EXPONENT = 16;

    private PythonText() {}

    static String str(PythonValue value) {
        return switch (value) {
            case PythonValue.Str text -> text.value();
            case PythonValue.Foreign foreign -> foreign.str();
            default -> repr(value);
        };
    }

    static String repr(PythonValue value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** Of texts; {@code 'a', 'b'}. */
    static String reprs(List<String> texts) {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            out.append(out.isEmpty() ? "" : ", ");
            quote(text, out);
        }
        return out.toString();
    }

    private static void write(PythonValue value, StringBuilder out) {
        switch (value) {
            case PythonValue.None _ -> out.append("None");
            case PythonValue.Bool bool -> out.append(bool.value() ? "True" : "False");
            case PythonValue.Int number -> out.append(number.value());
            case PythonValue.Real real -> out.append(real(real.value()));
            case PythonValue.Str text -> quote(text.value(), out);
            case PythonValue.Foreign foreign -> out.append(foreign.repr());
            case PythonValue.Sequence list -> {
                String comma = "";
                out.append('[');
                for (PythonValue item : list.items()) {
                    out.append(comma);
                    write(item, out);
                    comma = ", ";
                }
                out.append(']');
            }
            case PythonValue.Dict dict -> {
                String comma = "";
                out.append('{');
                for (Map.Entry<String, PythonValue> field : dict.fields().entrySet()) {
                    out.append(comma);
                    quote(field.getKey(), out);
                    out.append(": ");
                    write(field.getValue(), out);
                    comma = ", ";
                }
                out.append('}');
            }
        }
    }

    static String real(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int power = exact.precision() - exact.scale() - 1;
        if (power >= LEAST_PLAIN && power < FIRST_EXPONENT) {
            String plain = exact.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = exact.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String exponent = (power < 0 ? "-" : "+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
        return (value < 0 ? "-" : "") + mantissa + "e" + exponent;
    }

    private static void quote(String text, StringBuilder out) {
        char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(mark);
        text.codePoints().forEach(c -> escape(c, mark, out));
        out.append(mark);
    }

    private static void escape(int c, char mark, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c == mark || c == '\\') {
                    out.append('\\').append((char) c);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else if (c < 0x100) {
                    hex("\\x", c, 2, out);
                } else if (c < 0x10000) {
                    hex("\\u", c, 4, out);
                } else {
                    hex("\\U", c, 8, out);
                }
            }
        }
    }

    private static void hex(String prefix, int c, int width, StringBuilder out) {
        String digits = Integer.toHexString(c);
        out.append(prefix).append("0".repeat(width - digits.length())).append(digits);
    }

    /** Python's str.isprintable(). */
    private static boolean isPrintable(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }
}
