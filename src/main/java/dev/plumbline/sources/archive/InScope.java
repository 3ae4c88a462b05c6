package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A captured command with the wrapper that entered a network namespace of the node taken off.
 *
 * @param scope where the command itself ran
 * @param argv its words
 */
record InScope(Scope scope, List<String> argv) {

    private static final Set<String> WITH_NAMESPACE = Set.of("ip", "bridge", "tc");

    /**
     * Nothing where the words name a network namespace that has no scope: one inside a guest or a pod, or all at once.
     */
    static Optional<InScope> of(Scope scope, List<String> argv) {
        if (argv.isEmpty()) {
            return Optional.of(new InScope(scope, argv));
        }
        List<String> words = new ArrayList<>(argv);
        words.addFirst(withoutFolder(words.removeFirst()));
        if (words.getFirst().equals("sudo") && words.size() > 1 && !words.get(1).startsWith("-")) {
            return of(scope, words.subList(1, words.size()));
        }
        return WITH_NAMESPACE.contains(words.getFirst())
                ? entered(scope, words)
                : Optional.of(new InScope(scope, words));
    }

    private static Optional<InScope> entered(Scope scope, List<String> words) {
        int i = 1;
        while (i < words.size() && words.get(i).startsWith("-")) {
            String option = words.get(i);
            if (stands(option, "-all")) {
                return Optional.empty();
            }
            if (stands(option, "-netns")) {
                if (i + 1 >= words.size()) {
                    return Optional.empty();
                }
                List<String> rest = new ArrayList<>(words.subList(0, i));
                rest.addAll(words.subList(i + 2, words.size()));
                return inside(scope, words.get(i + 1), rest);
            }
            boolean hasValue = stands(option, "-family") || stands(option, "-rcvbuf") || stands(option, "-loops");
            i += hasValue ? 2 : 1;
        }
        boolean exec = words.size() > i + 3
                && words.get(0).equals("ip")
                && words.get(i).equals("netns")
                && "exec".startsWith(words.get(i + 1));
        if (!exec) {
            return Optional.of(new InScope(scope, words));
        }
        return inside(scope, words.get(i + 2), words.subList(i + 3, words.size()));
    }

    /** iproute2 takes any beginning of an option, behind one dash or two. */
    private static boolean stands(String word, String option) {
        String dashed = word.startsWith("--") ? word.substring(1) : word;
        return dashed.length() > 1 && option.startsWith(dashed);
    }

    private static Optional<InScope> inside(Scope scope, String id, List<String> words) {
        return scope.is(Scope.Kind.NODE)
                ? of(Scope.netns(scope.name(), id).inCluster(scope.cluster()), words)
                : Optional.empty();
    }

    private static String withoutFolder(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }
}
