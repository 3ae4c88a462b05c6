package dev.plumbline.cli;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.MapExamples;
import dev.plumbline.answers.SourcesExample;
import dev.plumbline.sources.Gathered;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A program whose sources need no reading, and what it is called with. */
abstract class Calls {

    @TempDir
    Path folder;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final Map<String, String> environment = new HashMap<>();
    final List<List<String>> asked = new ArrayList<>();
    MapAnswer answer = MapExamples.sevenNics();
    boolean terminal;
    String session = "";

    @BeforeEach
    void aSession() throws IOException {
        session = Files.writeString(folder.resolve("session.txt"), "pasted").toString();
    }

    int run(String... arguments) {
        return new Plumbline(parts(), surroundings()).run(List.of(arguments)).number();
    }

    Surroundings surroundings() {
        return new Surroundings(out, err, terminal, false, Map.copyOf(environment));
    }

    Parts parts() {
        SurveySource surveys = (sources, corrections) -> {
            if (sources.getFirst().startsWith("kube:")) {
                throw new SourceException(sources.getFirst(), "this version reads no live cluster");
            }
            List<String> all = new ArrayList<>(sources);
            all.addAll(corrections);
            asked.add(all);
            boolean nothing = answer.sources().isEmpty();
            Gathered read = SourcesExample.answer().gathered();
            Gathered gathered = new Gathered(
                    answer.sources(),
                    nothing ? List.of() : read.observations(),
                    read.stretches(),
                    List.of(),
                    List.of(),
                    List.of());
            return new Survey(
                    gathered,
                    SourcesExample.answer().facts(),
                    answer.skipped(),
                    answer.unread(),
                    answer.topology(),
                    answer.needs(),
                    new CheckAnswer(answer.findings(), List.of(), List.of()),
                    Optional.empty());
        };
        RulePages pages = new RulePages() {
            @Override
            public List<String> ids() {
                return List.of("domain-mac", "index-pair");
            }

            @Override
            public Optional<String> page(String id) {
                return ids().contains(id) ? Optional.of("# " + id) : Optional.empty();
            }
        };
        Face proofread = (_, _, _, drawn) -> {
            drawn.append("1 claim: 1 wrong\n");
            return Set.of(ExitCode.FOUND);
        };
        return new Parts(surveys, new Plans(), pages, Optional.of(proofread));
    }
}
