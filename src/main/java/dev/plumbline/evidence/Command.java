package dev.plumbline.evidence;

import java.util.List;

/**
 * A command as it ran in its scope: wrappers that only change the scope ({@code sudo}, {@code oc exec P --}, {@code ip
 * netns exec X}) are already taken off.
 *
 * @param argv the words, program first without its folder; empty for a file that no command made
 */
public record Command(List<String> argv) {

    public Command {
        argv = List.copyOf(argv);
    }

    public static Command of(String... argv) {
        return new Command(List.of(argv));
    }

    /** The program's name without its folder; empty for a plain file. */
    public String program() {
        return argv.isEmpty() ? "" : argv.getFirst();
    }

    /** The words after the program. */
    public List<String> arguments() {
        return argv.isEmpty() ? List.of() : argv.subList(1, argv.size());
    }

    /** The arguments that are no options ({@code -x}, {@code --x}). An option's separate value is not known as such and stays. */
    public List<String> operands() {
        return arguments().stream().filter(word -> !word.startsWith("-")).toList();
    }

    public boolean has(String word) {
        return arguments().contains(word);
    }

    /** The word after the first of these options, or after its {@code =}; empty string where there is none. */
    public String option(String... names) {
        List<String> words = arguments();
        for (int i = 0; i < words.size(); i++) {
            for (String name : names) {
                String word = words.get(i);
                if (word.equals(name) && i + 1 < words.size()) {
                    return words.get(i + 1);
                }
                if (word.startsWith(name + "=")) {
                    return word.substring(name.length() + 1);
                }
                boolean glued =
                        name.length() == 2 && word.startsWith(name) && word.length() > 2 && !name.startsWith("--");
                if (glued && !word.startsWith("--")) {
                    return word.substring(2);
                }
            }
        }
        return "";
    }

    /** The words with single spaces, for people. */
    public String line() {
        return String.join(" ", argv);
    }
}
