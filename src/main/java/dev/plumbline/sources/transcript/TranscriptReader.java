package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.sources.Gathered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads pasted terminal text: which command printed what, and where it was typed. */
public final class TranscriptReader {

    private static final String EXPECTED =
            "commands behind their prompts, such as `$ ip link` or `[root@host ~]# ip link`, or commands that name"
                    + " their place, such as `oc exec POD -- ip link`, each on a line above its output";

    private TranscriptReader() {}

    /**
     * @param sourceName as the user gave it
     * @param content any bytes
     * @param corrections scopes that a human knows better
     */
    public static Gathered read(String sourceName, byte[] content, List<Correction> corrections) {
        if (content.length == 0) {
            return broken(sourceName, "empty", EXPECTED);
        }
        Decoded decoded = Decoded.of(content);
        if (!decoded.text()) {
            return broken(sourceName, "this is not text", "text copied from a terminal");
        }
        return read(sourceName, decoded, corrections);
    }

    /** The same for lines that are already apart. */
    public static Gathered read(String sourceName, List<String> lines, List<Correction> corrections) {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return read(sourceName, text.getBytes(StandardCharsets.UTF_8), corrections);
    }

    private static Gathered read(String sourceName, Decoded decoded, List<Correction> corrections) {
        List<Line> lines = MailQuoting.strip(decoded.lines());
        Markdown markdown = Markdown.of(lines);
        Interpretation interpretation = new Interpretation(sourceName, corrections);
        List<Segment> headed = Headings.cut(markdown.regions());
        List<Segment> segments = headed.isEmpty() ? Segmenter.cut(markdown.regions()) : headed;
        segments.forEach(interpretation::take);
        Gathered gathered =
                interpretation.gathered(decoded.whole() ? 0 : decoded.lines().size());
        List<Problem> problems = new ArrayList<>();
        markdown.unterminated()
                .ifPresent(line -> problems.add(new Problem(
                        new Origin(
                                sourceName,
                                "",
                                line,
                                "",
                                lines.get(line - 1).text().strip()),
                        "a code fence that is never closed",
                        "its closing line; the rest is read as code")));
        if (segments.stream()
                .noneMatch(one ->
                        one instanceof Segment.Typed typed && !typed.command().isEmpty())) {
            problems.add(new Problem(new Origin(sourceName, "", 0, "", ""), "no command found", EXPECTED));
        }
        return gathered.and(new Gathered(List.of(), List.of(), List.of(), List.of(), List.of(), problems));
    }

    private static Gathered broken(String sourceName, String found, String expected) {
        Problem problem = new Problem(new Origin(sourceName, "", 0, "", ""), found, expected);
        return new Gathered(
                List.of(new Gathered.Named(sourceName, "transcript")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(problem));
    }
}
