package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documents.
 *
 * @param path below the project's root
 */
record DocPage(Path path, List<String> lines) {

    private static final List<Path> ROOTS = Stream.of("README.md", "CONTRIBUTING.md", "docs", "examples", "benchmarks")
            .map(Path::of)
            .toList();
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^()\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";

    DocPage {
        lines = List.copyOf(lines);
    }

    static DocPage read(Path path) throws IOException {
        return new DocPage(path, Files.readAllLines(path));
    }

    /** All pages, sorted by path. */
    static List<DocPage> all() throws IOException {
        List<DocPage> pages = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    pages.add(read(file));
                }
            }
        }
        return pages;
    }

    /** Every command behind a prompt in a fenced block, with what the block shows as its output. */
    List<ShownCommand> commands() {
        List<ShownCommand> commands = new ArrayList<>();
        boolean fenced = false;
        int asked = -1;
        for (int i = 0; i < lines.size(); i++) {
            boolean fence = lines.get(i).startsWith(FENCE);
            boolean prompt = fenced && lines.get(i).startsWith(PROMPT);
            if (asked >= 0 && (fence || prompt)) {
                commands.add(shown(asked, i));
                asked = -1;
            }
            fenced ^= fence;
            asked = prompt ? i : asked;
        }
        return commands;
    }

    private ShownCommand shown(int asked, int end) {
        String command = lines.get(asked).substring(PROMPT.length());
        return new ShownCommand(asked + 1, command, lines.subList(asked + 1, end));
    }

    /** This page with the output of one of its commands replaced. */
    DocPage with(ShownCommand shown, List<String> output) {
        List<String> changed = new ArrayList<>(lines.subList(0, shown.line()));
        changed.addAll(output);
        changed.addAll(lines.subList(shown.line() + shown.output().size(), lines.size()));
        return new DocPage(path, changed);
    }

    void write() throws IOException {
        Files.writeString(path, String.join("\n", lines) + "\n");
    }

    /** Targets of links and pictures outside of fenced blocks, but those of other sites. */
    List<String> links() {
        return found(LINK).stream().filter(to -> !to.contains("://")).toList();
    }

    /** What stands between backticks outside of fenced blocks. */
    List<String> code() {
        return found(CODE);
    }

    /** The first group of each match outside of fenced blocks. */
    private List<String> found(Pattern pattern) {
        List<String> found = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines) {
            fenced ^= line.startsWith(FENCE);
            if (!fenced) {
                pattern.matcher(line).results().map(match -> match.group(1)).forEach(found::add);
            }
        }
        return found;
    }

    /** Names of its headings as links write them. */
    List<String> anchors() {
        return lines.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ +", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
