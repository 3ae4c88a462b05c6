package dev.plumbline.systems.osnetconfig.schema;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A value as PyYAML hands it to os-net-config. */
public sealed interface PythonValue {

    enum None implements PythonValue {
        NONE
    }

    record Bool(boolean value) implements PythonValue {}

    record Int(BigInteger value) implements PythonValue {}

    record Real(double value) implements PythonValue {}

    record Str(String value) implements PythonValue {}

    /**
     * Of a class that the schema has no name for, such as a date.
     *
     * @param str as str() gives it
     * @param repr as repr() gives it
     */
    record Foreign(String str, String repr) implements PythonValue {}

    record Sequence(List<PythonValue> items) implements PythonValue {}

    /** In document order. */
    record Dict(Map<String, PythonValue> fields) implements PythonValue {}

    /** Python's str() of it. */
    default String str() {
        return PythonText.str(this);
    }

    /** Python's repr() of it. */
    default String repr() {
        return PythonText.repr(this);
    }
}
