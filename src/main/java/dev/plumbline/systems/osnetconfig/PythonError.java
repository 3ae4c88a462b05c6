package dev.plumbline.systems.osnetconfig;

/**
 * An exception that ends os-net-config.
 *
 * @param type the Python class without its module
 */
public record PythonError(String type, String text) {

    static PythonError invalid(String text) {
        return new PythonError("InvalidConfigException", text);
    }

    static PythonError missingKey(String key) {
        return new PythonError("KeyError", "'" + key + "'");
    }

    /** What Python says of a value that is no mapping. */
    public static PythonError noAttribute(String pythonType, String attribute) {
        return new PythonError("AttributeError", "'" + pythonType + "' object has no attribute '" + attribute + "'");
    }

    /** The last line of its traceback. */
    public String line() {
        return type + ": " + text;
    }
}
