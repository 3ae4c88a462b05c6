package dev.plumbline.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each rule means, in the first sentence of its page. */
final class RuleSentences {

    private RuleSentences() {}

    /** By rule id; a rule whose page begins with no plain sentence is left out. */
    static Map<String, String> of(RulePages pages) {
        Map<String, String> sentences = new HashMap<>();
        for (String id : pages.ids()) {
            pages.page(id).flatMap(RuleSentences::first).ifPresent(sentence -> sentences.put(id, sentence));
        }
        return Map.copyOf(sentences);
    }

    /** The first sentence of the first paragraph behind the title; Markdown's code and emphasis marks are dropped. */
    static Optional<String> first(String page) {
        List<String> paragraph = page.lines()
                .map(String::strip)
                .dropWhile(line -> line.isEmpty() || line.startsWith("#"))
                .takeWhile(line -> !line.isEmpty())
                .toList();
        boolean plain = !paragraph.isEmpty()
                && Character.isLetterOrDigit(bare(paragraph.getFirst()).codePointAt(0));
        if (!plain) {
            return Optional.empty();
        }
        String text = bare(paragraph.stream().collect(Collectors.joining(" ")));
        int end = text.indexOf(". ");
        return Optional.of(end < 0 ? text : text.substring(0, end + 1));
    }

    private static String bare(String line) {
        String bare = line.replace("`", "").replace("**", "");
        return bare.isEmpty() ? " " : bare;
    }
}
