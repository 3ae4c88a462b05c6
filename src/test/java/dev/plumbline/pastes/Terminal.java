package dev.plumbline.pastes;

import java.util.ArrayList;
import java.util.List;

/** Lines of one terminal: prompts, what was typed, what it printed, and the slips of whoever pastes it. */
final class Terminal {

    private static final List<String> REMARKS = List.of(
            "# look at the bridges", "# and now the taps", "# TODO compare with worker-2", "# ip link shows the same");

    private final Choices choices;
    private final Shown shown;
    private final List<String> lines = new ArrayList<>();
    private final boolean sloppy;
    private String prompt = "# ";

    /** @param sloppy whether outputs are cut, prompts doubled and remarks typed */
    Terminal(Choices choices, Shown shown, boolean sloppy) {
        this.choices = choices;
        this.shown = shown;
        this.sloppy = sloppy;
    }

    void prompt(String other) {
        prompt = other;
    }

    void type(String command) {
        String twice = sloppy && choices.chance(3) ? prompt : "";
        lines.add(twice + prompt + command + (choices.chance(5) ? " " : ""));
    }

    void print(String... text) {
        lines.addAll(List.of(text));
    }

    /** Runs it here; what it shows counts as seen unless part of it was lost, which the answer tells. */
    boolean run(Output output, String command, String scope, boolean plain, List<String> noise) {
        if (sloppy && choices.chance(3)) {
            lines.add(prompt + choices.of(REMARKS));
        }
        type(command);
        lines.addAll(noise);
        List<String> printed = output.lines();
        boolean cut = sloppy && printed.size() > 8 && choices.chance(4);
        if (cut) {
            int from = 2 + choices.below(printed.size() - 4);
            lines.addAll(printed.subList(0, from));
            lines.add(choices.of("...", "[...]", "[snip]"));
            lines.addAll(printed.subList(from + 2, printed.size()));
        } else {
            lines.addAll(printed);
        }
        if (!cut && plain) {
            output.shows().stream().filter(what -> !what.isEmpty()).forEach(what -> shown.add(scope, what));
        }
        if (sloppy && choices.chance(4)) {
            lines.add("");
        }
        return !cut;
    }

    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
