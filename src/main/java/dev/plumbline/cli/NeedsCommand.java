package dev.plumbline.cli;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.views.NeedsScript;
import dev.plumbline.views.NeedsTreeView;
import dev.plumbline.views.NeedsView;
import dev.plumbline.views.View;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code needs}. */
final class NeedsCommand implements CliCommand {

    @Override
    public String name() {
        return "needs";
    }

    @Override
    public Group group() {
        return Group.JUDGE;
    }

    @Override
    public String summary() {
        return "What is not known, and the read-only commands that would settle it";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "json", "yaml");
    }

    @Override
    public Map<String, String> flags() {
        return Map.of(
                "--script", "Print one read-only shell script that runs them all; its output reads back.",
                "--explain", "Say which question each command answers.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline needs session.txt",
                "plumbline needs session.txt --explain          # and why each",
                "plumbline needs session.txt --script > ask.sh  # for whoever has the access",
                "plumbline needs controller-0/nic3 session.txt  # of one NIC only");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        MapAnswer answer = call.map(call.survey());
        View<MapAnswer> view = switch (call.options().output()) {
            case "json" -> NeedsTreeView.JSON;
            case "yaml" -> NeedsTreeView.YAML;
            default ->
                call.options().flag("--script")
                        ? new NeedsScript()
                        : new NeedsView(call.options().flag("--explain"));
        };
        view.draw(answer, call.out());
        return call.codes();
    }
}
