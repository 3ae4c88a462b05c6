package dev.plumbline.cli;

import dev.plumbline.views.Ink;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command's options as given.
 *
 * @param files sources by {@code -f}
 * @param output the form asked for; empty for the command's own
 * @param scopes corrections of what a part of the input speaks of
 * @param own the command's own options by name
 * @param words positionals: sources and targets
 */
public record Options(
        List<String> files,
        Optional<String> namespace,
        boolean allNamespaces,
        Optional<String> selector,
        String output,
        boolean quiet,
        String color,
        boolean headers,
        boolean requireProven,
        List<String> scopes,
        Map<String, String> own,
        List<String> words) {

    public Options {
        files = List.copyOf(files);
        scopes = List.copyOf(scopes);
        own = Map.copyOf(own);
        words = List.copyOf(words);
    }

    /** Whether one of the command's own flags was given. */
    boolean flag(String name) {
        return own.containsKey(name);
    }

    /** The same with other words. */
    Options with(List<String> others) {
        return new Options(
                files,
                namespace,
                allNamespaces,
                selector,
                output,
                quiet,
                color,
                headers,
                requireProven,
                scopes,
                own,
                others);
    }

    Ink ink(Surroundings surroundings) {
        boolean coloured = switch (color) {
            case "always" -> true;
            case "never" -> false;
            default ->
                surroundings.outTerminal()
                        && !surroundings.set("NO_COLOR")
                        && !surroundings.environment().getOrDefault("TERM", "").equals("dumb");
        };
        return coloured ? Ink.ANSI : Ink.NONE;
    }
}
