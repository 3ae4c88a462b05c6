package dev.plumbline.systems.osnetconfig.config;

/** Keys without which an object cannot be made. */
final class Required {

    private Required() {}

    /** @param object os-net-config's class */
    static Value field(Value json, String key, String object) {
        Value field = json.get(key);
        if (field.isNone()) {
            throw Stop.invalid(object + " JSON objects require '" + key + "' to be configured.");
        }
        return field;
    }

    /** A number; Python counts true and false among them. */
    static Value number(Value json, String key, String object) {
        Value field = json.get(key);
        if (field instanceof Value.Whole || field instanceof Value.Truth) {
            return field;
        }
        throw Stop.invalid(object + " JSON objects require '" + key + "' to be configured as <class 'int'>");
    }
}
