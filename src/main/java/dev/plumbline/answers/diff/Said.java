package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.Optional;

/** What one side says of one thing. */
sealed interface Said {

    /** @param evidence sorted */
    record Is(String value, List<Origin> evidence) implements Said {}

    /**
     * It would have been shown, and was not.
     *
     * @param evidence where it would have stood
     */
    record IsNot(List<Origin> evidence) implements Said {

        IsNot() {
            this(List.of());
        }
    }

    /** @param command what would show it; empty where no single command does */
    record NotShown(String why, String command) implements Said {}

    /** The plan leaves it to the system. */
    record Open() implements Said {}

    static Said of(Optional<String> value, List<Origin> evidence, Said otherwise) {
        return value.<Said>map(text -> text.contains("*") ? new Open() : new Is(text, evidence))
                .orElse(otherwise);
    }

    static Said absent(boolean covered, String why, String command) {
        return absent(covered, List.of(), why, command);
    }

    /** @param evidence where it would have stood */
    static Said absent(boolean covered, List<Origin> evidence, String why, String command) {
        return covered ? new IsNot(evidence) : new NotShown(why, command);
    }
}
