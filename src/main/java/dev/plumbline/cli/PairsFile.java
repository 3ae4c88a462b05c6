package dev.plumbline.cli;

import dev.plumbline.answers.reach.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of {@code reach --pairs}: {@code FROM,TO[,SIZE]}, blank lines and comments between. */
final class PairsFile {

    /** Beyond this many lines nobody reads the answer. */
    private static final int MOST = 1_000_000;

    /** A question and the line that asks it. */
    record Asked(String at, Question question) {}

    /** @param problems lines that ask nothing, with what was expected */
    record Read(List<Asked> questions, List<String> problems) {

        static Read of(Question question) {
            return new Read(List.of(new Asked("", question)), List.of());
        }
    }

    private PairsFile() {}

    /** @param size where a line gives none */
    static Read read(String file, int size) throws Refusal {
        List<Asked> questions = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (BufferedReader lines = open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null && number < MOST; line = lines.readLine()) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    String at = (file.equals("-") ? "standard input" : file) + ":" + number;
                    Optional<Question> question = question(text, size);
                    question.ifPresent(asked -> questions.add(new Asked(at, asked)));
                    if (question.isEmpty()) {
                        problems.add(at + ": '" + text + "'; expected FROM,TO or FROM,TO,SIZE");
                    }
                }
            }
        } catch (IOException | InvalidPathException e) {
            throw new Refusal(ExitCode.UNREACHABLE, file + ": cannot be read: " + e.getMessage(), List.of());
        }
        return new Read(List.copyOf(questions), problems);
    }

    private static BufferedReader open(String file) throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : new BufferedReader(
                        new InputStreamReader(Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8));
    }

    private static Optional<Question> question(String text, int size) {
        List<String> words =
                List.of(text.split(",", -1)).stream().map(String::strip).toList();
        if (words.size() < 2
                || words.size() > 3
                || words.getFirst().isEmpty()
                || words.get(1).isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> bytes = words.size() == 3 ? size(words.get(2)) : Optional.of(size);
        return bytes.map(each -> new Question(words.getFirst(), words.get(1), each));
    }

    /** A number of bytes that a ping can carry. */
    static Optional<Integer> size(String text) {
        return text.matches("\\d{1,5}")
                ? Optional.of(Integer.parseInt(text)).filter(size -> size <= Question.LARGEST)
                : Optional.empty();
    }
}
