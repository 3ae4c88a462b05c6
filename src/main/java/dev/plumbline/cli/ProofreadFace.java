package dev.plumbline.cli;

import dev.plumbline.answers.proofread.ProofreadAnswer;
import dev.plumbline.answers.proofread.Proofreader;
import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.views.Ink;
import dev.plumbline.views.PatchView;
import dev.plumbline.views.ProofreadJson;
import dev.plumbline.views.ProofreadView;
import dev.plumbline.views.View;
import dev.plumbline.weave.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Judges the prose of the files that were given by name. */
final class ProofreadFace implements Face {

    @Override
    public Set<ExitCode> draw(Survey survey, Options options, Ink ink, Appendable out) throws IOException {
        Set<String> files = Set.copyOf(ProofreadCommand.files(options));
        ProofreadAnswer answer = Proofreader.read(survey.gathered(), files, Weaver.weave(survey.facts()));
        view(options, ink).draw(answer, out);
        return answer.count(Truth.WRONG) > 0 ? EnumSet.of(ExitCode.FOUND) : EnumSet.noneOf(ExitCode.class);
    }

    private static View<ProofreadAnswer> view(Options options, Ink ink) throws IOException {
        return switch (options.output()) {
            case "json" -> new ProofreadJson();
            case "diff" -> {
                String file = options.words().getFirst();
                yield PatchView.of(file, Files.readString(Path.of(file)));
            }
            default -> new ProofreadView(ink, options.headers());
        };
    }
}
