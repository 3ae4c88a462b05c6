package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.GuestChange;
import java.util.List;

/** A command among the evidence changes the machine it ran on: to look, there is one that does not. */
final class CommandChangesGuest implements Check {

    @Override
    public String id() {
        return "command-changes-guest";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = scene.scopes().stream()
                .flatMap(scope -> scene.facts(scope, GuestChange.class).stream().map(change -> trouble(scope, change)))
                .toList();
        return Outcome.judged(troubles, "all commands seen");
    }

    private static Trouble trouble(Scope scope, GuestChange change) {
        return new Trouble(
                Severity.INFO,
                change.command() + ": " + change.effect(),
                List.of(scope.path()),
                List.of(),
                "run to look, it may cut the guest off",
                change.readOnly().isEmpty()
                        ? "there is no form of it that only reads"
                        : "to read only: " + change.readOnly(),
                List.of(change.origin()));
    }
}
