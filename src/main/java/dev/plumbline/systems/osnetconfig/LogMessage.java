package dev.plumbline.systems.osnetconfig;

/** A line of os-net-config's log of level WARNING or above, or the last line of a traceback, which counts as an error. */
public record LogMessage(Level level, String text) {

    public enum Level {
        WARNING,
        ERROR
    }

    public static LogMessage warning(String text) {
        return new LogMessage(Level.WARNING, text);
    }

    public static LogMessage error(String text) {
        return new LogMessage(Level.ERROR, text);
    }
}
