package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleSentencesTest {

    @Test
    void aRuleMeansTheFirstSentenceBehindItsTitle() {
        assertThat(RuleSentences.first(
                        "# veth-pair\n\nTwo ends name **each other** by `ifindex`,\nnever by name. More.\n"))
                .contains("Two ends name each other by ifindex, never by name.");
        assertThat(RuleSentences.first("# a\n\nOne sentence without an end")).contains("One sentence without an end");
    }

    @Test
    void aPageWithoutASentenceMeansNothing() {
        assertThat(RuleSentences.first("")).isEmpty();
        assertThat(RuleSentences.first("# only a title\n")).isEmpty();
        assertThat(RuleSentences.first("# a\n\n| table |\n")).isEmpty();
        assertThat(RuleSentences.first("# a\n\n``\n")).isEmpty();
    }

    @Test
    void noPagesGiveNoSentences() {
        assertThat(RuleSentences.of(pages(Map.of()))).isEmpty();
        assertThat(RuleSentences.of(pages(Map.of("a", "# a\n\nIt is so. Why?"))))
                .containsExactly(Map.entry("a", "It is so."));
    }

    private static RulePages pages(Map<String, String> pages) {
        return new RulePages() {
            @Override
            public List<String> ids() {
                return List.copyOf(pages.keySet());
            }

            @Override
            public Optional<String> page(String id) {
                return Optional.ofNullable(pages.get(id));
            }
        };
    }
}
