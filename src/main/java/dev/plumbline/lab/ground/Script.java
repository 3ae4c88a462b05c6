package dev.plumbline.lab.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Steps in many places that do not wait for each other. One process starts them all inside the lab: from here each would
 * take the start of four programs. No shell has part in it.
 */
public final class Script {

    private static final String FOLDER = "/run/lab/";
    private static final Pattern FAILED = Pattern.compile("Command failed " + FOLDER + "(\\d{1,6}):(\\d{1,6})");

    /** At once: beyond what two processors can do they wait for the kernel's one lock. */
    private static final String HANDS = "3";

    private final List<Step> steps = new ArrayList<>();

    /** @param words of the program @param text what it reads from a file, whose path is its last word; empty for none */
    private record Step(Netns place, List<String> words, String text, Batch batch) {}

    /** A batch of {@code ip} or {@code bridge}. */
    public Script batch(Netns place, String program, Batch batch) {
        if (!batch.isEmpty()) {
            steps.add(new Step(place, List.of(program, "-batch"), batch.text(), batch));
        }
        return this;
    }

    public Script batch(Netns place, Batch batch) {
        return batch(place, "ip", batch);
    }

    /** A program that needs no more than plain words. */
    public Script program(Netns place, List<String> words) {
        words.forEach(word -> {
            if (!word.startsWith("-") && !Operation.isPlain(word.replace('=', ':'))) {
                throw new IllegalArgumentException("not a plain word: " + word);
            }
        });
        steps.add(new Step(place, words, "", new Batch()));
        return this;
    }

    /** Rules for nftables. */
    public Script rules(Netns place, String rules) {
        steps.add(new Step(place, List.of("nft", "-f"), rules, new Batch()));
        return this;
    }

    public void run(Anchor anchor) throws LabException {
        if (steps.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            lines.append("--net=/run/netns/")
                    .append(step.place())
                    .append(" -- ")
                    .append(String.join(" ", step.words()));
            if (!step.text().isEmpty()) {
                write(anchor.inside(FOLDER + i), step.text());
                lines.append(' ').append(FOLDER).append(i);
            }
            lines.append('\n');
        }
        // -L 1: a program for each line; its words are split at spaces, and hold neither quotes nor backslashes.
        Output output = anchor.run(List.of("xargs", "-P", HANDS, "-L", "1", "nsenter"), lines.toString());
        if (!output.fine()) {
            throw failure(output);
        }
    }

    private static void write(Path file, String text) throws LabException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new LabException("the lab's own files cannot be written: " + e, e);
        }
    }

    /** With several at once the words of one may stand between those of another: the cause is the line before. */
    public LabException failure(Output output) {
        String before = "";
        for (String line : output.err().lines().toList()) {
            Matcher failed = FAILED.matcher(line);
            if (failed.matches()) {
                Step step = steps.get(Integer.parseInt(failed.group(1)));
                Output one = new Output(
                        output.command(), 1, "", before + "\nCommand failed -:" + failed.group(2) + "\n", false);
                return step.batch().failure(step.place().name(), one);
            }
            before = line;
        }
        return new LabException("while places were being built: " + output.complaint());
    }
}
