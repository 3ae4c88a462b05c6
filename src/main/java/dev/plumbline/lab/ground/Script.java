package dev.plumbline.lab.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Visits to many places in a row. What is done lies in files; one process inside the lab goes to all places, for from here
 * each would take the start of four programs. One place after the other: several at once wait for the kernel's one lock
 * on all links, and take longer.
 */
public final class Script {

    private static final String FOLDER = "/run/lab/";
    private static final Pattern FAILED =
            Pattern.compile("Command failed " + FOLDER + "(\\d{1,6})\\.(ip|bridge):(\\d{1,6})");

    /** Without any input in it. What {@code ip} shows is of no one's interest. */
    private static final String LINKS = """
            while read -r place at; do
                [ ! -f "$at.ip" ] || ip -n "$place" -batch "$at.ip" >/dev/null || exit 1
                [ ! -f "$at.bridge" ] || bridge -n "$place" -batch "$at.bridge" >/dev/null || exit 1
            done
            """;

    private static final String SETTINGS = """
            while read -r place at; do
                nsenter --net="/run/netns/$place" sh -c "$1" visit "$at" || exit 1
            done
            """;

    private static final String SETTING = """
            if [ -f "$1.set" ]; then
                while read -r key value; do
                    [ ! -e "/proc/sys/$key" ] || echo "$value" >"/proc/sys/$key" || exit 1
                done <"$1.set"
            fi
            [ ! -f "$1.nft" ] || exec nft -f "$1.nft"
            """;

    private final List<Visit> visits;

    public Script(Collection<Visit> visits) {
        this.visits = visits.stream().filter(visit -> !visit.isEmpty()).toList();
    }

    /** Links and VLANs of ports, in the order of the visits, to the first that fails. */
    public void links(Anchor anchor) throws LabException {
        run(
                anchor,
                List.of("sh", "-c", LINKS),
                visit -> List.of(
                        new Part("ip", visit.links().text()),
                        new Part("bridge", visit.vlans().text())));
    }

    /** Settings and rules, which wait for nothing but their namespaces. */
    public void settings(Anchor anchor) throws LabException {
        run(
                anchor,
                List.of("sh", "-c", SETTINGS, "settings", SETTING),
                visit -> List.of(new Part("set", visit.settings()), new Part("nft", visit.rules())));
    }

    private void run(Anchor anchor, List<String> command, Function<Visit, List<Part>> parts) throws LabException {
        StringBuilder lines = new StringBuilder();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            int before = files.size();
            for (Part part : parts.apply(visits.get(i))) {
                if (!part.text().isEmpty()) {
                    Path file = anchor.inside(FOLDER + i + "." + part.name());
                    write(file, part.text());
                    files.add(file);
                }
            }
            if (files.size() > before) {
                lines.append(visits.get(i).place())
                        .append(' ')
                        .append(FOLDER)
                        .append(i)
                        .append('\n');
            }
        }
        if (!files.isEmpty()) {
            Output output = anchor.run(command, lines.toString());
            if (!output.fine()) {
                throw failure(output);
            }
        }
        for (Path file : files) {
            remove(file);
        }
    }

    private record Part(String name, String text) {}

    private static void write(Path file, String text) throws LabException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new LabException("the lab's own files cannot be written: " + e, e);
        }
    }

    private static void remove(Path file) throws LabException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LabException("the lab's own files cannot be removed: " + e, e);
        }
    }

    /** Which operation of which place failed: the cause is the line before. */
    public LabException failure(Output output) {
        String before = "";
        for (String line : output.err().lines().toList()) {
            Matcher failed = FAILED.matcher(line);
            if (failed.matches()) {
                Visit visit = visits.get(Integer.parseInt(failed.group(1)));
                Output one = new Output(
                        output.command(), 1, "", before + "\nCommand failed -:" + failed.group(3) + "\n", false);
                Batch batch = failed.group(2).equals("ip") ? visit.links() : visit.vlans();
                return batch.failure(visit.place().name(), one);
            }
            before = line;
        }
        return new LabException("while places were being built: " + output.complaint());
    }
}
