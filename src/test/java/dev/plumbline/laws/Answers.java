package dev.plumbline.laws;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.Evidence;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Needs;
import dev.plumbline.answers.Scene;
import dev.plumbline.answers.check.Checks;
import dev.plumbline.sources.Gathered;
import dev.plumbline.views.JsonView;
import dev.plumbline.weave.Weaver;
import dev.plumbline.weave.Woven;
import java.util.List;

/** The whole way from what sources hold to {@code -o json}. */
final class Answers {

    private Answers() {}

    static String json(Gathered gathered) {
        Evidence evidence = Evidence.of(gathered);
        return json(new MapAnswerOf(evidence).answer(gathered.sources(), true));
    }

    /** Without the lists of sources and of what was passed over, whose order is the sources'. */
    static String topology(Gathered gathered) {
        Evidence evidence = Evidence.of(gathered);
        return json(new MapAnswerOf(evidence).answer(List.of(), false));
    }

    private static String json(MapAnswer answer) {
        return new JsonView().text(answer);
    }

    private record MapAnswerOf(Evidence evidence) {
        MapAnswer answer(List<Gathered.Named> sources, boolean unread) {
            Woven woven = Weaver.weave(evidence.facts());
            CheckAnswer checked = Checks.run(new Scene(woven));
            return new MapAnswer(
                    sources,
                    woven.topology(),
                    Needs.of(woven.topology(), checked),
                    checked.findings(),
                    unread ? evidence.skipped() : List.of(),
                    unread ? evidence.problems() : List.of());
        }
    }
}
