package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of a capture or must-gather, each into what its path and capture.json say that it is. */
final class LayoutReader implements Members.Visitor {

    private static final String BY_LAYOUT = "the capture's layout";
    private static final String BY_INDEX = "capture.json";
    private static final String BY_MUST_GATHER = "must-gather's layout";

    private final Survey survey;
    private final Collected collected;

    LayoutReader(Survey survey, Collected collected) {
        this.survey = survey;
        this.collected = collected;
    }

    @Override
    public void file(String path, Members.Content content) throws IOException {
        String file = Survey.below(survey.base(), path);
        if (Survey.isIndex(path)) {
            CaptureIndex index = survey.indexes().get(Survey.folder(path));
            if (index != null) {
                collected.problems(index.problems());
            } else {
                content.read();
            }
            return;
        }
        Optional<Map.Entry<String, CaptureIndex>> index = survey.indexOf(path);
        String inCapture =
                index.map(found -> Survey.below(found.getKey(), path)).orElse("");
        Optional<CaptureIndex.Entry> entry =
                index.map(found -> found.getValue().entries().get(inCapture));
        boolean answersEmpty =
                index.map(found -> found.getValue().answersEmpty(inCapture)).orElse(false);
        String cluster = index.map(found -> found.getValue().cluster()).orElse("");
        Meaning byName = Layout.of(path)
                .map(Layout.Placed::meaning)
                .orElseGet(() -> new Meaning.Unknown(Scope.ofCluster(), "outside the layout"));
        read(new Member(file, content, cluster, entry, answersEmpty), byName);
    }

    /**
     * @param entry what capture.json says of it
     * @param answersEmpty whether an empty file is an empty answer
     */
    private record Member(
            String file,
            Members.Content content,
            String cluster,
            Optional<CaptureIndex.Entry> entry,
            boolean answersEmpty) {

        Vantage vantage(Scope scope) {
            return new Vantage(
                    scope.inCluster(cluster),
                    Standing.STATED,
                    entry.map(listed -> listed.incarnation(scope)).orElse(""),
                    entry.flatMap(CaptureIndex.Entry::time));
        }
    }

    private void read(Member member, Meaning byName) throws IOException {
        if (member.entry().isPresent() && !(byName instanceof Meaning.Objects)) {
            listed(member, member.entry().get(), byName);
            return;
        }
        switch (byName) {
            case Meaning.Output output -> output(member, output.scope(), output.argv(), BY_LAYOUT);
            case Meaning.Several several -> several(member, several);
            case Meaning.Objects objects -> objects(member, objects.namespace());
            case Meaning.Unknown unknown -> collected.fold(member.file(), unknown.why());
        }
    }

    /** capture.json wins over the name, word by word: what it leaves out the name tells. */
    private void listed(Member member, CaptureIndex.Entry entry, Meaning byName) throws IOException {
        Optional<Scope> scopeByName = switch (byName) {
            case Meaning.Output output -> Optional.of(output.scope());
            case Meaning.Unknown unknown when !unknown.scope().is(Scope.Kind.CLUSTER) -> Optional.of(unknown.scope());
            case Meaning.Several several -> Optional.of(several.scope());
            default -> Optional.empty();
        };
        List<String> argv =
                !entry.argv().isEmpty() || !(byName instanceof Meaning.Output output) ? entry.argv() : output.argv();
        Optional<Scope> scope = entry.scope().or(() -> scopeByName);
        if (scope.isEmpty() || argv.isEmpty()) {
            collected.problem(
                    member.file(),
                    "capture.json lists it without its " + (scope.isEmpty() ? "scope" : "argv"),
                    "both, where the file's path does not tell");
            return;
        }
        output(member, scope.get(), argv, BY_INDEX);
    }

    private void output(Member member, Scope where, List<String> words, String how) throws IOException {
        Optional<InScope> inScope = InScope.of(where, words);
        String command = String.join(" ", words);
        if (inScope.isEmpty()) {
            collected.skip(member.file(), command, "a network namespace inside " + where.path());
            return;
        }
        byte[] content = member.content().read();
        boolean failed = member.entry().map(CaptureIndex.Entry::failed).orElse(false);
        String status = "exit status "
                + member.entry().map(entry -> entry.status().orElse(0)).orElse(0);
        if (MemberText.isBinary(content)) {
            collected.problem(member.file(), "binary data", "the text that " + command + " prints");
        } else if (failed && MemberText.isBlank(content)) {
            collected.skip(member.file(), command, status);
        } else if (MemberText.isBlank(content) && !member.answersEmpty()) {
            collected.fold(member.file(), "empty: not captured");
        } else {
            // A command that failed may have printed only a part.
            Filter filter = failed ? new Filter.Part(status) : Filter.NONE;
            observe(member, inScope.get(), filter, MemberText.lines(content), how);
        }
    }

    private void several(Member member, Meaning.Several several) throws IOException {
        byte[] content = member.content().read();
        if (MemberText.isBinary(content)) {
            collected.problem(member.file(), "binary data", "the text of must-gather's commands");
            return;
        }
        for (MustGather.Part part : MustGather.divide(several.form(), MemberText.lines(content))) {
            // The script drops what commands say on stderr: an empty part may be a command that failed.
            if (part.lines().stream().allMatch(line -> line.text().isBlank())) {
                collected.fold(member.file(), "empty: not captured");
            } else if (part.argv().isEmpty()) {
                collected.skip(member.file(), part.title(), "not the title of a command that is read");
            } else {
                observe(member, new InScope(several.scope(), part.argv()), Filter.NONE, part.lines(), BY_MUST_GATHER);
            }
        }
    }

    private void objects(Member member, String namespace) throws IOException {
        byte[] content = member.content().read();
        if (MemberText.isBinary(content)) {
            collected.problem(member.file(), "binary data", "an API object as YAML or JSON");
        } else if (MemberText.isBlank(content)) {
            collected.fold(member.file(), "empty: not captured");
        } else {
            collected.observe(
                    new Observation(
                            collected.source(),
                            member.file(),
                            member.vantage(Scope.ofCluster()),
                            new Command(List.of()),
                            namespace,
                            Filter.NONE,
                            new Line(0, ""),
                            MemberText.lines(content)),
                    BY_LAYOUT);
        }
    }

    private void observe(Member member, InScope inScope, Filter filter, List<Line> lines, String how) {
        Command command = new Command(inScope.argv());
        boolean kubernetes = command.program().equals("oc") || command.program().equals("kubectl");
        collected.observe(
                new Observation(
                        collected.source(),
                        member.file(),
                        member.vantage(inScope.scope()),
                        command,
                        kubernetes ? command.option("-n", "--namespace") : "",
                        filter,
                        new Line(0, ""),
                        lines),
                how);
    }
}
