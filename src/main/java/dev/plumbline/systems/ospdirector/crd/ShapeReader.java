package dev.plumbline.systems.ospdirector.crd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Reads the spec of a resource in a notation of our own, a field a line: {@code name! []string(a b) = "a"}. Two spaces
 * deeper stands what a field holds; {@code !} is required, {@code []} a list of, {@code [1..]} one with at least one
 * item, {@code {}} a map of, {@code (0..9)} a range, {@code =} the default as JSON.
 */
final class ShapeReader {

    private record Line(int depth, String name, boolean required, String shape, Optional<String> fallback) {

        static Line of(String text) {
            String stripped = text.strip();
            int equals = stripped.indexOf(" = ");
            String head = equals < 0 ? stripped : stripped.substring(0, equals);
            int space = head.indexOf(' ');
            String name = head.substring(0, space);
            boolean required = name.endsWith("!");
            return new Line(
                    (text.length() - text.stripLeading().length()) / 2,
                    required ? name.substring(0, name.length() - 1) : name,
                    required,
                    head.substring(space + 1),
                    equals < 0 ? Optional.empty() : Optional.of(stripped.substring(equals + 3)));
        }
    }

    private final Deque<Line> lines;

    private ShapeReader(List<Line> lines) {
        this.lines = new ArrayDeque<>(lines);
    }

    static Shape.Fields read(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(Line.of(line)));
        return new ShapeReader(lines).fields(0);
    }

    private Shape.Fields fields(int depth) {
        TreeMap<String, Shape.Field> fields = new TreeMap<>();
        while (!lines.isEmpty() && lines.element().depth() == depth) {
            Line line = lines.remove();
            fields.put(line.name(), new Shape.Field(line.required(), shape(line.shape(), depth), line.fallback()));
        }
        return new Shape.Fields(fields);
    }

    private Shape shape(String text, int depth) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            String least = text.substring(1, end).replace("..", "");
            return new Shape.ListOf(
                    least.isEmpty() ? 0 : Integer.parseInt(least), shape(text.substring(end + 1), depth));
        }
        if (text.startsWith("{}")) {
            return new Shape.MapOf(shape(text.substring(2), depth));
        }
        int open = text.indexOf('(');
        String base = open < 0 ? text : text.substring(0, open);
        String limits = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
        return switch (base) {
            case "string" -> new Shape.Text(limits.isEmpty() ? List.of() : List.of(limits.split(" ")));
            case "int", "int32" -> whole(base.equals("int32"), limits);
            case "bool" -> new Shape.Truth();
            case "int|string" -> new Shape.WholeOrText();
            case "free" -> new Shape.Free();
            case "object" -> fields(depth + 1);
            default -> throw new IllegalStateException("no shape: " + text);
        };
    }

    private static Shape whole(boolean bits32, String limits) {
        int dots = limits.indexOf("..");
        return new Shape.Whole(
                bits32,
                dots < 0 ? OptionalLong.empty() : limit(limits.substring(0, dots)),
                dots < 0 ? OptionalLong.empty() : limit(limits.substring(dots + 2)));
    }

    private static OptionalLong limit(String text) {
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
