package dev.plumbline.systems.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The resources and objects that a command asks for.
 *
 * @param words the resource words as typed, each once, in order
 * @param objects the names of single objects with their resource; none where whole listings are asked for
 */
record Targets(List<String> words, List<Named> objects) {

    /** @param resource empty where it is none of those that are read */
    record Named(Optional<Resource> resource, String name) {}

    static Targets of(List<String> operands) {
        Set<String> words = new LinkedHashSet<>();
        List<Named> objects = new ArrayList<>();
        boolean slashes = operands.stream().anyMatch(word -> word.contains("/"));
        if (slashes) {
            for (String operand : operands) {
                int slash = operand.indexOf('/');
                String word = slash < 0 ? operand : operand.substring(0, slash);
                words.add(word);
                objects.add(new Named(Resource.named(word), slash < 0 ? "" : operand.substring(slash + 1)));
            }
        } else if (!operands.isEmpty()) {
            words.addAll(List.of(operands.getFirst().split(",")));
            for (String name : operands.subList(1, operands.size())) {
                words.forEach(word -> objects.add(new Named(Resource.named(word), name)));
            }
        }
        return new Targets(List.copyOf(words), List.copyOf(objects));
    }

    /** The resources that are read, each once, in order. */
    List<Resource> resources() {
        return words.stream()
                .map(Resource::named)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The one resource whose rows bear no prefix; empty where several are asked for, or all. */
    Optional<Resource> only() {
        return words.size() == 1 ? Resource.named(words.getFirst()) : Optional.empty();
    }
}
