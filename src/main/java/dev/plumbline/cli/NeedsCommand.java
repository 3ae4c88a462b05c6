package dev.plumbline.cli;

import dev.plumbline.views.NeedsView;
import java.io.IOException;
import java.util.List;
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
    public List<String> examples() {
        return List.of(
                "plumbline needs session.txt",
                "plumbline needs controller-0/nic3 session.txt  # of one NIC only");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        NeedsView view = switch (call.options().output()) {
            case "json" -> NeedsView.JSON;
            case "yaml" -> NeedsView.YAML;
            default -> NeedsView.TEXT;
        };
        view.draw(call.map(call.survey()), call.out());
        return call.codes();
    }
}
