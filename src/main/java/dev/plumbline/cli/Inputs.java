package dev.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a command line told apart.
 *
 * @param sources that can be opened, each once, in their order
 * @param missing sources that are not there or may not be read, with why
 * @param targets the other words
 */
record Inputs(List<String> sources, List<String> missing, List<String> targets) {

    private static final List<String> PREFIXES = List.of("kube:", "host:", "lab:", "plan:");

    static Inputs of(Options options) {
        Set<String> sources = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (String file : options.files()) {
            sort(file, sources, missing);
        }
        for (String word : options.words()) {
            if (source(word)) {
                sort(word, sources, missing);
            } else {
                targets.add(word);
            }
        }
        return new Inputs(List.copyOf(sources), missing, targets);
    }

    /** What is written as a path is one, whether it is there or not: a target never starts with a dot or a slash. */
    private static boolean source(String word) {
        return word.equals("-")
                || PREFIXES.stream().anyMatch(word::startsWith)
                || word.startsWith("/")
                || word.startsWith("./")
                || word.startsWith("../")
                || exists(word);
    }

    private static void sort(String word, Set<String> sources, List<String> missing) {
        if (word.equals("-") || PREFIXES.stream().anyMatch(word::startsWith)) {
            sources.add(word);
        } else if (!exists(word)) {
            missing.add(word + ": no such file or folder");
        } else if (!Files.isReadable(Path.of(word))) {
            missing.add(word + ": may not be read");
        } else {
            sources.add(word);
        }
    }

    private static boolean exists(String word) {
        try {
            return !word.isEmpty() && Files.exists(Path.of(word));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
