package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line of {@code oc}, {@code kubectl} or {@code omc}, taken apart as those do: an option may stand anywhere,
 * and its value beside it, behind {@code =} or glued to its letter.
 *
 * @param verb get, describe, project ...; empty where there is none
 * @param operands the words behind the verb
 * @param options values by long name; empty string for a switch
 */
record Kubectl(String verb, List<String> operands, Map<String, String> options) {

    private static final Set<String> PROGRAMS = Set.of("oc", "kubectl", "omc");

    private static final Map<Character, String> SHORT_WITH_VALUE = Map.ofEntries(
            Map.entry('n', "namespace"),
            Map.entry('o', "output"),
            Map.entry('l', "selector"),
            Map.entry('f', "filename"),
            Map.entry('k', "kustomize"),
            Map.entry('L', "label-columns"),
            Map.entry('c', "container"),
            Map.entry('s', "server"),
            Map.entry('v', "v"));

    private static final Map<Character, String> SHORT_SWITCH =
            Map.of('A', "all-namespaces", 'w', "watch", 'R', "recursive", 'q', "short", 'h', "help");

    private static final Set<String> LONG_WITH_VALUE = Set.of(
            "namespace",
            "output",
            "selector",
            "filename",
            "kustomize",
            "label-columns",
            "container",
            "server",
            "v",
            "field-selector",
            "context",
            "cluster",
            "user",
            "kubeconfig",
            "sort-by",
            "template",
            "as",
            "as-group",
            "as-uid",
            "token",
            "request-timeout",
            "chunk-size",
            "cache-dir",
            "certificate-authority",
            "client-certificate",
            "client-key",
            "tls-server-name",
            "raw",
            "subresource",
            "loglevel",
            "config",
            "username",
            "password",
            "profile",
            "profile-output",
            "vmodule");

    /** Empty where the program is none of the three. */
    static Optional<Kubectl> of(Command command) {
        if (!PROGRAMS.contains(command.program())) {
            return Optional.empty();
        }
        List<String> operands = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        List<String> words = command.arguments();
        for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean tookNext = false;
            if (word.startsWith("--")) {
                tookNext = takeLong(word.substring(2), next, options);
            } else if (word.startsWith("-") && word.length() > 1) {
                tookNext = takeShort(word.substring(1), next, options);
            } else {
                operands.add(word);
            }
            i += tookNext ? 1 : 0;
        }
        String verb = operands.isEmpty() ? "" : operands.getFirst();
        List<String> rest = operands.isEmpty() ? List.of() : operands.subList(1, operands.size());
        return Optional.of(new Kubectl(verb, List.copyOf(rest), Map.copyOf(options)));
    }

    private static boolean takeLong(String word, String next, Map<String, String> options) {
        int equals = word.indexOf('=');
        if (equals >= 0) {
            options.put(word.substring(0, equals), word.substring(equals + 1));
            return false;
        }
        boolean valued = LONG_WITH_VALUE.contains(word);
        options.put(word, valued ? next : "");
        return valued;
    }

    /** Letters may be run together; the first that takes a value takes the rest of the word, or the next word. */
    private static boolean takeShort(String letters, String next, Map<String, String> options) {
        for (int i = 0; i < letters.length(); i++) {
            String valued = SHORT_WITH_VALUE.get(letters.charAt(i));
            if (valued != null) {
                String rest = letters.substring(i + 1);
                options.put(valued, rest.isEmpty() ? next : rest.startsWith("=") ? rest.substring(1) : rest);
                return rest.isEmpty();
            }
            String letter = String.valueOf(letters.charAt(i));
            options.put(SHORT_SWITCH.getOrDefault(letters.charAt(i), letter), "");
        }
        return false;
    }

    boolean has(String option) {
        return options.containsKey(option) && !option(option).equals("false");
    }

    String option(String option) {
        return options.getOrDefault(option, "");
    }

    /** The namespace that this command names itself; empty where it names none. */
    String namedNamespace() {
        return option("namespace");
    }

    boolean allNamespaces() {
        return has("all-namespaces");
    }

    /** json, yaml, wide, name, jsonpath=... in lower case only as far as typed so; empty for the default table. */
    String output() {
        return option("output");
    }

    boolean gets() {
        return verb.equals("get");
    }

    /** Whether a selector or a sort of input hides objects that exist. */
    boolean selects() {
        return has("selector") || has("field-selector") || has("filename") || has("kustomize") || has("raw");
    }

    /** What is asked for, in order: {@code vmi,pod}, {@code vmi a b}, {@code vmi/a pod/b}. */
    Targets targets() {
        return Targets.of(operands);
    }
}
