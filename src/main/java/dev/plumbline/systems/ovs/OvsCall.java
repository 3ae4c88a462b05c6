package dev.plumbline.systems.ovs;

import dev.plumbline.evidence.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A call of one of OVS's tools with its options taken off.
 *
 * @param words the subcommand and its operands; empty where the call holds several commands
 */
record OvsCall(String program, List<String> words) {

    /** Options with a separate word (ovs-vsctl(8), ovs-ofctl(8), ovs-appctl(8)). */
    private static final Set<String> WITH_VALUE = Set.of(
            "-t",
            "-T",
            "-f",
            "--format",
            "-d",
            "--data",
            "--db",
            "--columns",
            "-O",
            "--protocols",
            "--target",
            "--timeout",
            "-v",
            "-F",
            "--flow-format");

    static OvsCall of(Command command) {
        List<String> arguments = command.arguments();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("--") && !words.isEmpty()) {
                return new OvsCall(command.program(), List.of());
            }
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                words.add(word);
            }
        }
        return new OvsCall(command.program(), List.copyOf(words));
    }

    boolean is(String name, int length) {
        return program.equals(name) && words.size() == length;
    }

    /** The n-th word; empty where there is none. */
    String word(int n) {
        return n < words.size() ? words.get(n) : "";
    }

    /** Whether the tool itself speaks on this line: an error or a warning. */
    boolean speaks(String text) {
        return text.startsWith(program + ":") || text.contains("|WARN|") || text.contains("|ERR|");
    }
}
