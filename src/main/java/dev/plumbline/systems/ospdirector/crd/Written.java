package dev.plumbline.systems.ospdirector.crd;

import dev.plumbline.evidence.tree.Spot;
import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value is to the API server. */
enum Written {
    TEXT("the string"),
    WHOLE("the number"),
    NUMBER("the number"),
    TRUTH("the boolean"),
    NULL("null"),
    LIST("a list"),
    MAPPING("a mapping"),
    NOTHING("nothing");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+(?:\\.0+)?");

    /** kubectl reads YAML 1.1, where these are booleans unless quoted, in all three ways to write them. */
    private static final Set<String> TRUTHS = Set.of("y", "yes", "on", "true", "n", "no", "off", "false");

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final String words;

    Written(String words) {
        this.words = words;
    }

    static Written of(Tree tree) {
        return switch (tree) {
            case Tree.Mapping _ -> MAPPING;
            case Tree.Sequence _ -> LIST;
            case Tree.Missing _ -> NOTHING;
            case Tree.Scalar scalar when scalar.isString() -> isPlain(scalar) ? plain(scalar.text()) : TEXT;
            case Tree.Scalar scalar -> {
                String text = scalar.text();
                yield text.isEmpty()
                        ? NULL
                        : List.of("true", "false").contains(text.toLowerCase(Locale.ROOT))
                                ? TRUTH
                                : WHOLE_NUMBER.matcher(text).matches() ? WHOLE : NUMBER;
            }
        };
    }

    /** Of what stands without quotes and is no number, true, false or null to YAML 1.2. */
    private static Written plain(String text) {
        if (NULLS.contains(text)) {
            return NULL;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean cased = text.equals(lower)
                || text.equals(text.toUpperCase(Locale.ROOT))
                || text.equals(lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        return cased && TRUTHS.contains(lower) ? TRUTH : TEXT;
    }

    /** Whether it stands in its document without quotes, and is no block of lines. */
    private static boolean isPlain(Tree.Scalar scalar) {
        Spot spot = scalar.spot();
        if (spot.row() >= spot.lines().size()) {
            return false;
        }
        String line = spot.lines().get(spot.row()).text();
        boolean marked = spot.column() < line.length() && "\"'|>!&*".indexOf(line.charAt(spot.column())) >= 0;
        return !marked && line.startsWith(scalar.text(), Math.min(spot.column(), line.length()));
    }

    /** {@code the number 16.2}. */
    String of(String text) {
        return switch (this) {
            case TEXT -> words + " \"" + text + "\"";
            case WHOLE, NUMBER, TRUTH -> words + " " + text;
            case NULL, LIST, MAPPING, NOTHING -> words;
        };
    }
}
