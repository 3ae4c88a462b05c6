package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.sources.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A file outside any layout: API objects, a transcript, or a command's output by its name. */
final class LooseText {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*:(\\s.*)?");
    /** {@code ip-a.txt}, {@code bridge-fdb}: as people name them, with the option letters before the object. */
    private static final Set<String> OBJECTS = Set.of(
            "a", "addr", "address", "l", "link", "r", "route", "n", "neigh", "rule", "fdb", "vlan", "mdb", "show",
            "list");

    private static final Set<String> LETTERS = Set.of("d", "j", "s", "o", "4", "6");

    private static final List<String> COPIES = List.of(
            "/etc/os-net-config/config.json",
            "/etc/os-net-config/config.yaml",
            "/etc/os-net-config/mapping.yaml",
            "/var/log/os-net-config.log",
            "/proc/sys/kernel/random/boot_id");

    private final TextReader transcripts;
    private final Collected collected;

    LooseText(TextReader transcripts, Collected collected) {
        this.transcripts = transcripts;
        this.collected = collected;
    }

    /** @return the kind of what it was: objects, transcript, output or binary */
    String read(String file, byte[] content) {
        if (MemberText.isBinary(content)) {
            return "binary";
        }
        List<Line> lines = MemberText.lines(content);
        if (areObjects(lines)) {
            observe(file, Scope.ofCluster(), Standing.STATED, List.of(), lines, "API objects");
            return "objects";
        }
        Optional<List<String>> command =
                command(file).or(() -> copied(file)).filter(argv -> !hasPrompt(argv.getFirst(), lines));
        if (command.isPresent() && !MemberText.isBlank(content)) {
            Scope place = Scope.place(
                    Survey.path(collected.source(), machineFolder(file)).replaceFirst("/$", ""));
            InScope.of(place, command.get())
                    .ifPresentOrElse(
                            inScope -> observe(
                                    file,
                                    inScope.scope(),
                                    Standing.ASSUMED,
                                    inScope.argv(),
                                    lines,
                                    "the file's name and folder"),
                            () -> collected.skip(
                                    file,
                                    String.join(" ", command.get()),
                                    "a network namespace of an unnamed machine"));
            return "output";
        }
        collected.add(transcripts.read(collected.source(), file, content));
        return "transcript";
    }

    private void observe(String file, Scope scope, Standing standing, List<String> argv, List<Line> lines, String how) {
        collected.observe(
                new Observation(
                        collected.source(),
                        file,
                        Vantage.of(scope, standing),
                        new Command(argv),
                        "",
                        Filter.NONE,
                        new Line(0, ""),
                        lines),
                how);
    }

    /** A file that a folder holds under a command's name; a source that is a file may be anything. */
    private static Optional<List<String>> command(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return CommandName.words(name).filter(words -> words.size() > 1).or(() -> withDashes(name));
    }

    /** A machine's own file under its own path. */
    private static Optional<List<String>> copied(String file) {
        return COPIES.stream().filter(("/" + file)::endsWith).findFirst().map(path -> List.of("cat", path));
    }

    /** The folder that stands for the machine: outputs lie in it, copied files below it under their own path. */
    private static String machineFolder(String file) {
        return copied(file)
                .map(argv -> ("/" + file)
                        .substring(0, file.length() + 1 - argv.getLast().length()))
                .map(folder -> folder.isEmpty() ? "" : folder.substring(1))
                .orElseGet(() -> Survey.folder(file));
    }

    private static Optional<List<String>> withDashes(String name) {
        int dot = name.indexOf('.');
        List<String> words = List.of((dot < 0 ? name : name.substring(0, dot)).split("-"));
        boolean known = words.size() > 1
                && (words.getFirst().equals("ip") || words.getFirst().equals("bridge"));
        int letters = 1;
        while (known && letters < words.size() && LETTERS.contains(words.get(letters))) {
            letters++;
        }
        if (!known || letters == words.size() || !OBJECTS.containsAll(words.subList(letters, words.size()))) {
            return Optional.empty();
        }
        List<String> argv = new ArrayList<>(words);
        argv.subList(1, letters).replaceAll(letter -> "-" + letter);
        return Optional.of(argv);
    }

    /**
     * Whether the command itself stands in the first lines, behind a prompt: then it is a transcript under a command's
     * name.
     */
    private static boolean hasPrompt(String program, List<Line> lines) {
        return lines.stream()
                .limit(5)
                .map(Line::text)
                .anyMatch(text -> text.contains("$ " + program + " ") || text.contains("# " + program + " "));
    }

    /**
     * Whether every line at the left margin belongs to a YAML or JSON document that names its kind: no prompt, no
     * prose.
     */
    static boolean areObjects(List<Line> lines) {
        boolean version = false;
        boolean kind = false;
        boolean json = false;
        boolean started = false;
        for (Line line : lines) {
            String text = line.text();
            if (text.isBlank()) {
                continue;
            }
            char first = text.charAt(0);
            if (!started) {
                if (first == '#' || text.startsWith("---")) {
                    continue;
                }
                json = text.stripLeading().startsWith("{");
                started = true;
            }
            if (!json && !Character.isWhitespace(first) && !isYamlMargin(text)) {
                return false;
            }
            if (json && !Character.isWhitespace(first) && "{}[]\",".indexOf(first) < 0) {
                return false;
            }
            version |= json ? text.contains("\"apiVersion\"") : text.startsWith("apiVersion:");
            kind |= json ? text.contains("\"kind\"") : text.startsWith("kind:");
        }
        return version && kind;
    }

    private static boolean isYamlMargin(String text) {
        return text.charAt(0) == '#'
                || text.startsWith("- ")
                || text.equals("-")
                || text.startsWith("---")
                || text.equals("...")
                || KEY.matcher(text).matches();
    }
}
