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

    /** kubectl reads YAML 1.1, where these are booleans unless quoted. */
    private static final Set<String> TRUTHS =
            Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF");

    private final String words;

    Written(String words) {
        this.words = words;
    }

    static Written of(Tree tree) {
        return switch (tree) {
            case Tree.Mapping _ -> MAPPING;
            case Tree.Sequence _ -> LIST;
            case Tree.Missing _ -> NOTHING;
            case Tree.Scalar scalar
            when scalar.isString() -> TRUTHS.contains(scalar.text()) && isPlain(scalar) ? TRUTH : TEXT;
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

    /** Whether it stands in its document without quotes. */
    private static boolean isPlain(Tree.Scalar scalar) {
        Spot spot = scalar.spot();
        return spot.row() < spot.lines().size()
                && spot.lines().get(spot.row()).text().startsWith(scalar.text(), spot.column());
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
