package dev.plumbline.cli;

import dev.plumbline.answers.NearNames;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code explain}. */
record ExplainCommand(RulePages pages) implements CliCommand {

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public Group group() {
        return Group.LEARN;
    }

    @Override
    public String summary() {
        return "What a rule says, on what premises, and where that comes from";
    }

    @Override
    public String operands() {
        return "RULE";
    }

    @Override
    public String operandsMean() {
        return "A rule's id as output names it. Without one, all ids are listed.";
    }

    @Override
    public List<String> forms() {
        return List.of("text");
    }

    @Override
    public List<String> examples() {
        return List.of("plumbline explain domain-mac", "plumbline explain        # every rule's id");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        if (call.options().words().isEmpty()) {
            for (String id : pages.ids()) {
                call.out().append(id).append('\n');
            }
        }
        for (String id : call.options().words()) {
            Optional<String> page = pages.page(id);
            if (page.isEmpty()) {
                List<String> near = NearNames.of(id, pages.ids());
                throw new Refusal(
                        ExitCode.USAGE,
                        "no rule is called '" + id + "'",
                        near.isEmpty() ? List.of() : List.of("did you mean: " + String.join(", ", near)));
            }
            call.out().append(page.get()).append(page.get().endsWith("\n") ? "" : "\n");
        }
        return call.codes();
    }
}
