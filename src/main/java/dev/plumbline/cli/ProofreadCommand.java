package dev.plumbline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code proofread}. */
record ProofreadCommand(Face face) implements CliCommand {

    @Override
    public String name() {
        return "proofread";
    }

    @Override
    public Group group() {
        return Group.JUDGE;
    }

    @Override
    public String summary() {
        return "A human's mapping line by line: true, wrong (with the truth) or unproven";
    }

    @Override
    public String operands() {
        return "FILE";
    }

    @Override
    public String operandsMean() {
        return "The file with the mapping. It is a source as well.";
    }

    @Override
    public List<String> forms() {
        return List.of("text");
    }

    @Override
    public List<String> examples() {
        return List.of("plumbline proofread notes.md", "plumbline proofread notes.md -f must-gather.tar.gz");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        if (!call.inputs().targets().isEmpty()) {
            throw new Refusal(
                    ExitCode.UNREACHABLE, call.inputs().targets().getFirst() + ": no such file or folder", List.of());
        }
        Survey survey = call.survey();
        Set<ExitCode> codes = call.codes();
        codes.addAll(face.draw(survey, call.options(), call.ink(), call.out()));
        return codes;
    }
}
