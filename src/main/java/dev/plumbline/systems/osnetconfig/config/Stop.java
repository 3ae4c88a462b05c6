package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.systems.osnetconfig.PythonError;

/** An exception in os-net-config's own code, which its object or its run then ends with. */
public final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PythonError error;

    public Stop(String type, String text) {
        this(new PythonError(type, text));
    }

    public Stop(PythonError error) {
        super(error.line(), null, false, false);
        this.error = error;
    }

    public static Stop invalid(String text) {
        return new Stop("InvalidConfigException", text);
    }

    public static Stop type(String text) {
        return new Stop("TypeError", text);
    }

    public static Stop noAttribute(String pythonType, String attribute) {
        return new Stop("AttributeError", "'" + pythonType + "' object has no attribute '" + attribute + "'");
    }

    /** A virtual function that is not there yet, which the run takes in its stride. */
    static Stop noFunction(String text) {
        return new Stop("SriovVfNotFoundException", text);
    }

    public boolean isNoFunction() {
        return error.type().equals("SriovVfNotFoundException");
    }

    public PythonError error() {
        return error;
    }
}
