package dev.plumbline.cli;

import dev.plumbline.answers.diff.DiffAnswer;
import dev.plumbline.answers.diff.Differ;
import dev.plumbline.views.DiffJUnit;
import dev.plumbline.views.DiffSarif;
import dev.plumbline.views.DiffTreeView;
import dev.plumbline.views.DiffView;
import dev.plumbline.views.View;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code diff}. */
final class DiffCommand implements CliCommand {

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public Group group() {
        return Group.JUDGE;
    }

    @Override
    public String summary() {
        return "What is not the same in two sources";
    }

    @Override
    public String operands() {
        return "A B";
    }

    @Override
    public String operandsMean() {
        return "Two sources: what was, or should be; and what is.";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "json", "yaml", "junit", "sarif");
    }

    @Override
    public Map<String, String> options() {
        return PlanCommand.assumptions();
    }

    @Override
    public Map<String, String> flags() {
        return Map.of("--unseen", "List what one source shows and the other does not, and what would show it.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline diff plan:manifests/ session.txt    # what has drifted",
                "plumbline diff plan:now/ plan:then/           # what if",
                "plumbline diff before.txt after.txt",
                "plumbline diff monday.tar.gz tuesday.tar.gz --unseen",
                "plumbline diff monday.tar.gz tuesday.tar.gz -o junit > diff.xml");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        List<String> words = call.options().words();
        if (words.size() != 2 || !call.options().files().isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "diff takes two sources: A B", List.of("see plumbline diff --help"));
        }
        if (words.getFirst().equals("-") && words.getLast().equals("-")) {
            throw new Refusal(ExitCode.USAGE, "standard input can be one of the two sources only", List.of());
        }
        for (String word : words) {
            missing(call, word);
        }
        Map<String, String> own = call.options().own();
        Sides sides = new Sides(call, PlanCommand.options(own), own.containsKey(PlanCommand.KUBEVIRT));
        Sides.Two two = sides.open(words.getFirst(), words.getLast());
        DiffAnswer whole = Differ.compare(two.a(), two.b());
        DiffAnswer answer = call.options().namespace().map(whole::only).orElse(whole);
        view(call).draw(answer, call.out());
        Set<ExitCode> codes = call.codes();
        if (!answer.items().isEmpty()) {
            codes.add(ExitCode.FOUND);
        }
        return codes;
    }

    /** Both are needed: one alone says nothing of the other. */
    private static void missing(Call call, String word) throws Refusal {
        Optional<String> missing = call.inputs().missing().stream()
                .filter(message -> message.startsWith(word + ": "))
                .findFirst();
        if (missing.isPresent() || call.inputs().targets().contains(word)) {
            throw new Refusal(ExitCode.UNREACHABLE, missing.orElse(word + ": no such file or folder"), List.of());
        }
    }

    private static View<DiffAnswer> view(Call call) {
        return switch (call.options().output()) {
            case "json" -> DiffTreeView.JSON;
            case "yaml" -> DiffTreeView.YAML;
            case "junit" -> new DiffJUnit();
            case "sarif" -> new DiffSarif();
            default ->
                new DiffView(
                        call.ink(), call.options().headers(), call.options().flag("--unseen"));
        };
    }
}
