package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Filter;
import java.util.List;
import java.util.Optional;

/**
 * What the programs behind a pipe do to an output.
 *
 * @param filter what they hide
 * @param lost why their lines are not those of the command; empty where they are
 * @param silent nothing reaches the terminal
 */
record Filters(Filter filter, Optional<String> lost, boolean silent) {

    static Filters of(List<Simple> stages) {
        Filters all = new Filters(Filter.NONE, Optional.empty(), false);
        for (Simple stage : stages) {
            Filters one = of(stage);
            all = new Filters(
                    both(all.filter, one.filter),
                    all.lost.isPresent() ? all.lost : one.lost,
                    all.silent || one.silent || stage.toFile());
        }
        return all;
    }

    /** Two filters, the first one first. */
    static Filter both(Filter first, Filter second) {
        if (first instanceof Filter.None) {
            return second;
        }
        if (second instanceof Filter.None) {
            return first;
        }
        if (first instanceof Filter.Part part && second instanceof Filter.Part) {
            return part;
        }
        return new Filter.Opaque(word(first) + ", " + word(second));
    }

    private static String word(Filter filter) {
        return switch (filter) {
            case Filter.None _ -> "";
            case Filter.Holding holding -> "grep " + holding.needle();
            case Filter.Part part -> part.why();
            case Filter.Opaque opaque -> opaque.why();
        };
    }

    private static Filters of(Simple stage) {
        List<String> words = stage.words();
        return switch (stage.program()) {
            case "grep", "egrep", "fgrep" -> {
                Grep grep = Grep.of(stage);
                yield grep.quiet()
                        ? new Filters(Filter.NONE, Optional.empty(), true)
                        : grep.rewrites() ? lost("grep with these options rewrites lines") : hides(grep.filter());
            }
            case "head", "tail" -> hides(new Filter.Part(String.join(" ", words)));
            case "cat" ->
                words.size() == 1 || words.equals(List.of("cat", "-")) || words.equals(List.of("cat", "-s"))
                        ? hides(Filter.NONE)
                        : lost("cat with these options rewrites lines");
            case "less", "more", "most", "tee", "sponge" -> hides(Filter.NONE);
            case "sort", "uniq", "tac", "column" ->
                rewritesLines(stage)
                        ? lost(stage.program() + " with these options rewrites lines")
                        : hides(new Filter.Opaque(String.join(" ", words)));
            case "jq", "yq" -> asIs(words) ? hides(Filter.NONE) : lost(stage.program() + " may rewrite the document");
            case "python", "python2", "python3" ->
                words.size() == 3 && words.get(1).equals("-m") && words.get(2).equals("json.tool")
                        ? hides(Filter.NONE)
                        : lost(stage.program() + " may rewrite lines");
            case "wc" -> lost("wc only counts");
            case "xclip", "pbcopy", "nc" -> new Filters(Filter.NONE, Optional.empty(), true);
            case "" -> hides(Filter.NONE);
            default -> lost(stage.program() + " may rewrite lines");
        };
    }

    /** {@code uniq -c} counts in front of the line; {@code column -s} and {@code -o} change its separators. */
    private static boolean rewritesLines(Simple stage) {
        return switch (stage.program()) {
            case "uniq" -> stage.words().size() > 1;
            case "column" -> !stage.words().equals(List.of("column", "-t"));
            default -> false;
        };
    }

    /** Whether jq's or yq's words ask for the whole document, only laid out anew. */
    private static boolean asIs(List<String> words) {
        return words.stream()
                .skip(1)
                .allMatch(word -> word.equals(".") || word.equals("eval") || word.matches("-[CSMPyrcj]{1,4}"));
    }

    private static Filters hides(Filter filter) {
        return new Filters(filter, Optional.empty(), false);
    }

    private static Filters lost(String why) {
        return new Filters(new Filter.Opaque(why), Optional.of(why), false);
    }
}
