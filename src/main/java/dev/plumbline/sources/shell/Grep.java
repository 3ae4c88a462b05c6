package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a {@code grep} hides: nothing but the lines without a fixed string, or who knows. */
final class Grep {

    private static final Set<String> VALUED = Set.of(
            "-e",
            "-f",
            "-m",
            "-A",
            "-B",
            "-C",
            "-d",
            "-D",
            "--regexp",
            "--file",
            "--max-count",
            "--after-context",
            "--before-context",
            "--context");

    private static final Set<String> HARMLESS = Set.of(
            "-a",
            "-s",
            "-h",
            "-G",
            "-U",
            "--text",
            "--no-messages",
            "--no-filename",
            "--basic-regexp",
            "--line-buffered",
            "--color",
            "--colour");

    private boolean extended;
    private boolean fixed;
    private boolean ignoreCase;
    private boolean opaque;
    private boolean rewrites;
    private boolean quiet;
    private int before;
    private int after;
    private final List<String> patterns = new ArrayList<>();
    private final List<String> files;

    private Grep(Simple call) {
        extended = call.program().equals("egrep");
        fixed = call.program().equals("fgrep");
        List<String> operands = new ArrayList<>();
        Words words = new Words(call.words().subList(1, call.words().size()), VALUED);
        while (words.more()) {
            var option = words.option();
            if (option.isPresent()) {
                flags(option.get());
            } else {
                String word = words.next();
                if (word.equals("--")) {
                    operands.addAll(words.rest());
                    break;
                }
                operands.add(word);
            }
        }
        if (patterns.isEmpty() && !operands.isEmpty()) {
            patterns.add(operands.removeFirst());
        }
        files = List.copyOf(operands);
        opaque |= call.unsure().stream().anyMatch(i -> call.words().get(i).matches("(?s).*[$`].*"))
                && !(patterns.size() == 1 && !needle(patterns.getFirst()).isEmpty());
    }

    static boolean is(String program) {
        return program.equals("grep") || program.equals("egrep") || program.equals("fgrep") || program.equals("zgrep");
    }

    static Grep of(Simple call) {
        return new Grep(call);
    }

    /** Files named as operands. */
    List<String> files() {
        return files;
    }

    /** Whether its lines are not those that it read: numbered, cut out, counted. */
    boolean rewrites() {
        return rewrites;
    }

    boolean quiet() {
        return quiet;
    }

    Filter filter() {
        String needle = patterns.size() == 1 ? needle(patterns.getFirst()) : "";
        return opaque || needle.isEmpty()
                ? new Filter.Opaque("grep " + String.join(" ", patterns))
                : new Filter.Holding(needle, ignoreCase, before, after);
    }

    private void flags(Words.Option option) {
        switch (option.name()) {
            case "-e", "--regexp" -> patterns.add(option.value());
            case "-A", "--after-context" -> after = number(option.value());
            case "-B", "--before-context" -> before = number(option.value());
            case "-C", "--context" -> {
                before = number(option.value());
                after = before;
            }
            case "--extended-regexp", "--perl-regexp" -> extended = true;
            case "--fixed-strings" -> fixed = true;
            case "--ignore-case" -> ignoreCase = true;
            case "--quiet", "--silent" -> quiet = true;
            case "--line-number", "--only-matching", "--byte-offset", "--with-filename", "--recursive" ->
                rewrites = true;
            default -> {
                if (option.name().startsWith("--")) {
                    opaque |= !HARMLESS.contains(option.name());
                } else {
                    flag(option.name().charAt(1));
                }
            }
        }
    }

    private void flag(char letter) {
        switch (letter) {
            case 'E', 'P' -> extended = true;
            case 'F' -> fixed = true;
            case 'i', 'y' -> ignoreCase = true;
            case 'q' -> quiet = true;
            case 'n', 'o', 'b', 'H', 'r', 'R', 'T', 'Z' -> rewrites = true;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                before = before * 10 + letter - '0';
                after = before;
                opaque |= before > 1000;
            }
            default -> opaque |= !HARMLESS.contains("-" + letter);
        }
    }

    private int number(String text) {
        if (!text.matches("\\d{1,6}")) {
            opaque = true;
            return 0;
        }
        return Integer.parseInt(text);
    }

    /**
     * The literal text whose lines are all shown: for a pattern whose only special character is the dot, its own text
     * matches it. Empty where there is none.
     */
    private String needle(String pattern) {
        if (fixed) {
            return pattern.indexOf('\n') >= 0 ? "" : pattern;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length() && ".-/:".indexOf(pattern.charAt(i + 1)) >= 0) {
                text.append(pattern.charAt(++i));
            } else if ("\\[]*^$\n".indexOf(c) >= 0 || extended && "(){}+?|".indexOf(c) >= 0) {
                return "";
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
