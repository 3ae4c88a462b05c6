package dev.plumbline.sources.shell;

import java.util.List;

/**
 * One program call between pipes.
 *
 * @param words without redirections and without assignments in front
 * @param unsure the words (by place) that the shell would have expanded
 * @param toFile its output goes to a file and not to the terminal
 */
record Simple(List<String> words, List<Integer> unsure, boolean toFile) {

    Simple {
        words = List.copyOf(words);
        unsure = List.copyOf(unsure);
    }

    String program() {
        return words.isEmpty() ? "" : baseName(words.getFirst());
    }

    boolean isUnsure(int word) {
        return unsure.contains(word);
    }

    static String baseName(String program) {
        String name = program.substring(program.lastIndexOf('/') + 1);
        return name.isEmpty() ? program : name;
    }
}
