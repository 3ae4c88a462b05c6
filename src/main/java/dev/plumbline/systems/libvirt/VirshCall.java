package dev.plumbline.systems.libvirt;

import dev.plumbline.evidence.Command;
import java.util.List;
import java.util.Set;

/**
 * A call of virsh with its connection options taken off.
 *
 * @param subcommand {@code list}, {@code dumpxml} ...; empty where the command is no such call
 * @param words what follows the subcommand, options included
 */
record VirshCall(String subcommand, List<String> words) {

    /** Options before the subcommand that take a separate word (virsh(1)). */
    private static final Set<String> WITH_VALUE = Set.of(
            "-c",
            "--connect",
            "-d",
            "--debug",
            "-l",
            "--log",
            "-e",
            "--escape",
            "-k",
            "--keepalive-interval",
            "-K",
            "--keepalive-count");

    private static final VirshCall NONE = new VirshCall("", List.of());

    static VirshCall of(Command command) {
        if (!command.program().equals("virsh")) {
            return NONE;
        }
        List<String> words = command.arguments();
        int i = 0;
        while (i < words.size() && words.get(i).startsWith("-")) {
            i += WITH_VALUE.contains(words.get(i)) ? 2 : 1;
        }
        return i < words.size() ? new VirshCall(words.get(i), words.subList(i + 1, words.size())) : NONE;
    }

    boolean has(String option) {
        return words.contains(option);
    }

    /** The domain that the call names, by name or id; empty where it names none. */
    String domain() {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--domain=")) {
                return word.substring("--domain=".length());
            }
            if (!word.startsWith("-")) {
                return word;
            }
        }
        return "";
    }
}
