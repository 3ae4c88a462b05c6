package dev.plumbline.cli;

import dev.plumbline.evidence.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return List.of("text", "json", "diff");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline proofread notes.md",
                "plumbline proofread mapping.txt -f must-gather.tar.gz",
                "plumbline proofread notes.md -o diff | patch notes.md");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        if (!call.inputs().targets().isEmpty()) {
            throw new Refusal(
                    ExitCode.UNREACHABLE, call.inputs().targets().getFirst() + ": no such file or folder", List.of());
        }
        List<String> files = files(call.options());
        if (files.isEmpty() && call.inputs().missing().isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "proofread wants a FILE: what a human wrote",
                    List.of("evidence that stands elsewhere is given by -f", "see plumbline proofread --help"));
        }
        if (call.options().output().equals("diff")) {
            patchable(files);
        }
        Survey survey = call.survey(one -> counted(one, files));
        Set<ExitCode> codes = call.codes();
        codes.addAll(face.draw(survey, call.options(), call.ink(), call.out()));
        return codes;
    }

    /** The files to proofread, as typed. Standard input is a source of another name. */
    static List<String> files(Options options) {
        return options.words().stream()
                .map(word -> word.equals("-") ? "stdin" : word)
                .toList();
    }

    private static void patchable(List<String> files) throws Refusal {
        try {
            if (files.size() != 1 || !Files.isRegularFile(Path.of(files.getFirst()))) {
                throw new Refusal(ExitCode.USAGE, "-o diff wants one FILE that can be patched", List.of());
            }
            Files.readString(Path.of(files.getFirst()));
        } catch (IOException unread) {
            throw new Refusal(
                    ExitCode.UNREACHABLE,
                    files.getFirst() + ": cannot be read as UTF-8 text, so no patch of it can be made",
                    List.of());
        }
    }

    /** A file that holds a mapping only is no broken transcript, as long as the evidence stands elsewhere. */
    private static List<Problem> counted(Survey survey, List<String> files) {
        if (survey.gathered().observations().isEmpty()) {
            return survey.problems();
        }
        Set<String> read = Set.copyOf(files);
        Set<String> prose = Set.copyOf(survey.gathered().prose().stream()
                .map(one -> one.source())
                .distinct()
                .toList());
        return survey.problems().stream()
                .filter(problem -> !problem.found().equals("no command found")
                        || !read.contains(problem.origin().source())
                        || !prose.contains(problem.origin().source()))
                .toList();
    }
}
