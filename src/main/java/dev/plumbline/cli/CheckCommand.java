package dev.plumbline.cli;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.views.CheckTreeView;
import dev.plumbline.views.CheckView;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code check}. */
final class CheckCommand implements CliCommand {

    private static final String FAIL_ON = "--fail-on";

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Group group() {
        return Group.JUDGE;
    }

    @Override
    public String summary() {
        return "What is wrong on the paths, whom it affects and how to mend it";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "json", "yaml");
    }

    @Override
    public Map<String, String> options() {
        return Map.of(FAIL_ON, "Exit 1 from this severity on: error (default), warning or info.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline check session.txt",
                "plumbline check session.txt --fail-on warning",
                "plumbline check controller-0 session.txt");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        Severity least = severity(call.options().own().getOrDefault(FAIL_ON, "error"));
        Survey survey = call.survey();
        MapAnswer answer = call.map(survey);
        CheckAnswer checked = survey.check(answer.topology());
        switch (call.options().output()) {
            case "json" -> CheckTreeView.JSON.draw(checked, call.out());
            case "yaml" -> CheckTreeView.YAML.draw(checked, call.out());
            default -> new CheckView(call.ink(), answer.sources().size() <= 1).draw(checked, call.out());
        }
        Set<ExitCode> codes = call.codes();
        if (checked.findings().stream().anyMatch(finding -> finding.severity().compareTo(least) <= 0)) {
            codes.add(ExitCode.FOUND);
        }
        return codes;
    }

    private static Severity severity(String word) throws Refusal {
        for (Severity severity : Severity.values()) {
            if (severity.name().toLowerCase(Locale.ROOT).equals(word)) {
                return severity;
            }
        }
        throw new Refusal(
                ExitCode.USAGE,
                FAIL_ON + " " + word + ": expected error, warning, info",
                List.of("see plumbline check --help"));
    }
}
