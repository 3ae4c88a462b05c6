package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.osnetconfig.OsloBool;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value as Python holds it once PyYAML has read it. What os-net-config writes is Python's text of it. */
public sealed interface Value {

    Tree tree();

    /** Python's name of its type. */
    String type();

    /** Python's {@code str()}. */
    String str();

    /** Python's {@code repr()}. */
    default String repr() {
        return str();
    }

    /** What Python takes for true in a condition. */
    boolean truthy();

    /** None, and what is not there at all: os-net-config asks by {@code get}, which tells them not apart. */
    record Nothing(Tree tree) implements Value {
        @Override
        public String type() {
            return "NoneType";
        }

        @Override
        public String str() {
            return "None";
        }

        @Override
        public boolean truthy() {
            return false;
        }
    }

    record Text(String text, Tree tree) implements Value {
        @Override
        public String type() {
            return "str";
        }

        @Override
        public String str() {
            return text;
        }

        @Override
        public String repr() {
            return PythonText.quoted(text);
        }

        @Override
        public boolean truthy() {
            return !text.isEmpty();
        }
    }

    record Whole(BigInteger number, Tree tree) implements Value {
        @Override
        public String type() {
            return "int";
        }

        @Override
        public String str() {
            return number.toString();
        }

        @Override
        public boolean truthy() {
            return number.signum() != 0;
        }
    }

    record Real(double number, Tree tree) implements Value {
        @Override
        public String type() {
            return "float";
        }

        @Override
        public String str() {
            return PythonText.of(number);
        }

        @Override
        public boolean truthy() {
            return number != 0;
        }
    }

    record Truth(boolean value, Tree tree) implements Value {
        @Override
        public String type() {
            return "bool";
        }

        @Override
        public String str() {
            return value ? "True" : "False";
        }

        @Override
        public boolean truthy() {
            return value;
        }
    }

    /** A date or a time: {@code 2024-05-01} without quotes. */
    record Moment(String text, Tree tree) implements Value {
        @Override
        public String type() {
            return text.length() == "2024-05-01".length() ? "datetime.date" : "datetime.datetime";
        }

        @Override
        public String str() {
            return text;
        }

        @Override
        public boolean truthy() {
            return true;
        }
    }

    record Items(List<Value> items, Tree tree) implements Value {
        @Override
        public String type() {
            return "list";
        }

        @Override
        public String str() {
            return items.stream().map(Value::repr).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public boolean truthy() {
            return !items.isEmpty();
        }
    }

    /** @param fields in document order */
    record Fields(Map<String, Value> fields, Tree tree) implements Value {
        @Override
        public String type() {
            return "dict";
        }

        @Override
        public String str() {
            return fields.entrySet().stream()
                    .map(field -> PythonText.quoted(field.getKey()) + ": "
                            + field.getValue().repr())
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        @Override
        public boolean truthy() {
            return !fields.isEmpty();
        }
    }

    /** {@code value.get(key)}, which only a mapping has. */
    default Value get(String key) {
        if (!(this instanceof Fields mapping)) {
            throw Stop.noAttribute(type(), "get");
        }
        return Optional.ofNullable(mapping.fields().get(key)).orElseGet(() -> new Nothing(tree()));
    }

    /** {@code value.get(key, other)}: the other only where the key is not there; None given stays None. */
    default Value get(String key, Value other) {
        if (!(this instanceof Fields mapping)) {
            throw Stop.noAttribute(type(), "get");
        }
        return Optional.ofNullable(mapping.fields().get(key)).orElse(other);
    }

    default boolean isNone() {
        return this instanceof Nothing;
    }

    default boolean isText(String other) {
        return this instanceof Text text && text.text().equals(other);
    }

    /** oslo's {@code bool_from_string(str(value))}: everything that is not one of its words is false. */
    default boolean isOn() {
        return OsloBool.isTrue(str());
    }

    /** {@code '%i' % value}. */
    default String decimal() {
        return switch (this) {
            case Whole whole -> whole.number().toString();
            case Truth truth -> truth.value() ? "1" : "0";
            case Real real -> PythonText.truncated(real.number()).toString();
            default -> throw Stop.type("%i format: a real number is required, not " + type());
        };
    }

    /** {@code int(value)}. */
    default BigInteger integer() {
        return switch (this) {
            case Whole whole -> whole.number();
            case Truth truth -> truth.value() ? BigInteger.ONE : BigInteger.ZERO;
            case Real real -> PythonText.truncated(real.number());
            case Text text ->
                PythonText.integer(text.text(), 10)
                        .orElseThrow(() -> new Stop(
                                "ValueError",
                                "invalid literal for int() with base 10: " + PythonText.quoted(text.text())));
            default ->
                throw Stop.type(
                        "int() argument must be a string, a bytes-like object or a real number, not '" + type() + "'");
        };
    }

    /** What a loop over it takes: of a text its characters, as happens where a list was meant. */
    default List<Value> iterated() {
        return switch (this) {
            case Items list -> list.items();
            case Fields mapping ->
                mapping.fields().keySet().stream()
                        .<Value>map(key -> new Text(key, tree()))
                        .toList();
            case Text text ->
                text.text()
                        .codePoints()
                        .<Value>mapToObj(point -> new Text(Character.toString(point), tree()))
                        .toList();
            default -> throw Stop.type("'" + type() + "' object is not iterable");
        };
    }
}
