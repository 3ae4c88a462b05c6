package dev.plumbline.cli;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.Evidence;
import dev.plumbline.answers.Needs;
import dev.plumbline.answers.Scene;
import dev.plumbline.answers.check.Checks;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.Held;
import dev.plumbline.sources.Sources;
import dev.plumbline.sources.transcript.Correction;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.weave.Weaver;
import dev.plumbline.weave.Woven;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the program's commands are connected to. */
record Wiring(Held.Opener labs) implements SurveySource {

    static Parts parts() {
        return parts(System.getenv());
    }

    /** @param environment says where the user's labs are */
    static Parts parts(Map<String, String> environment) {
        Wiring wiring = new Wiring(new LabSource(LabCommand.labs(environment)));
        return new Parts(wiring, new Plans(), new PackagedPages(), Optional.of(new ProofreadFace()));
    }

    @Override
    public Survey survey(List<String> sources, List<String> scopeCorrections) throws SourceException {
        List<String> plans =
                sources.stream().filter(source -> source.startsWith(Call.PLAN)).toList();
        if (!plans.isEmpty()) {
            if (plans.size() < sources.size()) {
                throw new SourceException(
                        plans.getFirst(), "a plan is not mixed with other sources; see plumbline diff");
            }
            // A plan stands alone: it is compared with what is there, never mixed with it.
            return new Plans()
                    .plan(
                            plans.stream()
                                    .map(plan -> plan.substring(Call.PLAN.length()))
                                    .toList(),
                            new PlanOptions(KubevirtVersion.DEFAULT, List.of(), Optional.empty()));
        }
        List<Correction> corrections = scopeCorrections.stream()
                .map(Correction::parse)
                .flatMap(Optional::stream)
                .toList();
        Evidence evidence = Evidence.of(gather(sources, corrections));
        Woven woven = Weaver.weave(evidence.facts());
        CheckAnswer checked = Checks.run(new Scene(woven));
        return new Survey(
                evidence.gathered(),
                evidence.facts(),
                evidence.skipped(),
                evidence.problems(),
                woven.topology(),
                Needs.of(woven.topology(), checked),
                checked,
                Optional.empty());
    }

    private Gathered gather(List<String> sources, List<Correction> corrections) throws SourceException {
        try {
            return Sources.open(
                    sources,
                    (source, file, content) -> TranscriptReader.read(name(source, file), content, corrections),
                    System.in,
                    labs);
        } catch (dev.plumbline.sources.SourceException e) {
            throw new SourceException(e.source(), e.getMessage() + (e.hint().isEmpty() ? "" : "; " + e.hint()));
        }
    }

    private static String name(String source, String file) {
        return file.isEmpty() ? source : source + "/" + file;
    }
}
