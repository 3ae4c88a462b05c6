package dev.plumbline.cli;

import dev.plumbline.answers.SourcesAnswer;
import dev.plumbline.views.SourcesTreeView;
import dev.plumbline.views.SourcesView;
import dev.plumbline.views.TableStyle;
import dev.plumbline.views.View;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code sources}. */
final class SourcesCommand implements CliCommand {

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public Group group() {
        return Group.INPUT;
    }

    @Override
    public String summary() {
        return "What was recognised, which place it speaks of, what was passed over and why";
    }

    @Override
    public String operands() {
        return "SOURCE";
    }

    @Override
    public String operandsMean() {
        return "Files, folders or archives.";
    }

    @Override
    public List<String> forms() {
        return List.of("table", "wide", "json", "yaml");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline sources session.txt",
                "plumbline sources session.txt -o wide                    # and how each place is known",
                "plumbline map session.txt --scope L40-62=node/worker-1   # put right what was taken wrongly");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        if (!call.inputs().targets().isEmpty()) {
            throw new Refusal(
                    ExitCode.UNREACHABLE, call.inputs().targets().getFirst() + ": no such file or folder", List.of());
        }
        SourcesAnswer answer = call.survey().sources();
        view(call).draw(answer, call.out());
        return call.codes();
    }

    private static View<SourcesAnswer> view(Call call) {
        TableStyle style = new TableStyle(call.ink(), call.options().headers(), Optional.empty());
        return switch (call.options().output()) {
            case "json" -> SourcesTreeView.JSON;
            case "yaml" -> SourcesTreeView.YAML;
            case "wide" -> new SourcesView(style, true);
            default -> new SourcesView(style, false);
        };
    }
}
