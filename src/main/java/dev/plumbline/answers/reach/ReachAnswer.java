package dev.plumbline.answers.reach;

import dev.plumbline.sources.Gathered;
import java.util.List;

/** The answer of {@code reach}. @param items in the order they were asked for */
public record ReachAnswer(List<Gathered.Named> sources, List<ReachItem> items) {

    public ReachAnswer {
        sources = List.copyOf(sources);
        items = List.copyOf(items);
    }
}
