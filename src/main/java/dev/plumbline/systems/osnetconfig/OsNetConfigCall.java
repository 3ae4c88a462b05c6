package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Command;
import java.util.List;

/** A call of os-net-config itself (cli.py). */
record OsNetConfigCall(Command command) {

    /** The file that it reads where none is given. */
    private static final String DEFAULT_FILE = "/etc/os-net-config/config.yaml";

    static boolean is(Command command) {
        return command.program().equals("os-net-config");
    }

    String file() {
        String given = command.option("-c", "--config-file");
        return given.isEmpty() ? DEFAULT_FILE : given;
    }

    /** {@code -i [NIC ...]}: reports and ignores every other action. */
    boolean reports() {
        return has("-i", "--interfaces");
    }

    /** Whether it changes the machine. */
    boolean applies() {
        return !reports() && !has("--noop") && !has("-h", "--help") && !has("--version");
    }

    /** Whether its log goes to the terminal with the mapping lines, which are of level INFO. */
    boolean verbose() {
        return has("--verbose", "--debug")
                || command.arguments().stream()
                        .filter(word -> word.startsWith("-") && !word.startsWith("--") && !word.startsWith("-c"))
                        .anyMatch(word -> word.contains("v") || word.contains("d"));
    }

    /** The NICs that {@code --interfaces} asks for; none means all. */
    List<String> asked() {
        List<String> words = command.arguments();
        int from = Math.max(words.indexOf("-i"), words.indexOf("--interfaces"));
        return from < 0
                ? List.of()
                : words.subList(from + 1, words.size()).stream()
                        .takeWhile(word -> !word.startsWith("-"))
                        .toList();
    }

    private boolean has(String... options) {
        return List.of(options).stream().anyMatch(command::has);
    }
}
