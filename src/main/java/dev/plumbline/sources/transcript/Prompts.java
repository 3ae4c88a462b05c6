package dev.plumbline.sources.transcript;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of prompts. All repetitions are bounded and possessive: a line costs its length. */
final class Prompts {

    private static final int LONGEST = 260;
    private static final String ENVIRONMENTS = "((?:\\([\\w.:-]{1,60}\\) ?){0,3}+)";

    /** What user and host look like, the folder being the shell's own affair. */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile("^ ?" + ENVIRONMENTS + "\\[([\\w.-]{1,64})@([\\w.-]{1,80})[ :]([^\\]]{0,100}+)\\]([#$]) ?"),
            Pattern.compile("^ ?" + ENVIRONMENTS + "([\\w.-]{1,64})@([\\w.-]{1,80}):([^#$\\s]{0,120}+)([#$])(?: |$)"),
            Pattern.compile("^ ?" + ENVIRONMENTS + "([\\w.-]{1,64})@([\\w.-]{1,80}) ([~/]\\S{0,100}+) ([#$%])(?: |$)"));

    private static final Pattern SUSE = Pattern.compile("^([A-Za-z][\\w-]{0,60}):([~/]\\S{0,100}+) ([#$])(?: |$)");
    private static final Pattern SHELL =
            Pattern.compile("^ ?" + ENVIRONMENTS + "((?:sh|bash|ksh|zsh|ash)-\\d{1,2}(?:\\.\\d{1,3}){0,2}+)([#$]) ?");
    private static final Pattern VIRSH = Pattern.compile("^virsh # ?");
    private static final Pattern ARROW = Pattern.compile("^([➜❯λ])(?: +|$)");
    private static final Pattern DECORATION =
            Pattern.compile("^(?:git:\\([^)]{0,80}+\\)|[✗✔±]|[~/.]\\S{0,100}+|\\S{1,60}+(?= +git:\\())(?: +|$)");
    private static final Pattern BUSYBOX = Pattern.compile("^([~/][\\w./-]{0,100}+) ([#$])(?: |$)");
    private static final Pattern BARE = Pattern.compile("^([#$%])(?: +|$)");

    private Prompts() {}

    /** A prompt that shows itself to be one. */
    static Optional<Prompt> clear(String line) {
        if (line.isEmpty() || !couldStart(line.charAt(0))) {
            return Optional.empty();
        }
        String head = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        if (!hasSign(head)) {
            return Optional.empty();
        }
        for (Pattern form : NAMED) {
            Matcher matcher = form.matcher(head);
            if (matcher.find()) {
                String key = matcher.group(2) + "@" + matcher.group(3) + matcher.group(5);
                return Optional.of(new Prompt(key, matcher.group(3), matcher.group(4), false, matcher.group()));
            }
        }
        Matcher shell = SHELL.matcher(head);
        if (shell.find()) {
            return Optional.of(new Prompt(shell.group(2) + shell.group(3), "", "", false, shell.group()));
        }
        Matcher virsh = VIRSH.matcher(head);
        if (virsh.find()) {
            return Optional.of(new Prompt("virsh", "", "", false, virsh.group()));
        }
        return known(head);
    }

    /** Forms that other text has as well: only with a known program behind them, or nothing. */
    private static Optional<Prompt> known(String head) {
        Matcher suse = SUSE.matcher(head);
        if (suse.find() && Programs.isKnown(head.substring(suse.end()))) {
            return Optional.of(
                    new Prompt(suse.group(1) + ":" + suse.group(3), suse.group(1), suse.group(2), false, suse.group()));
        }
        Matcher busybox = BUSYBOX.matcher(head);
        if (busybox.find() && Programs.isKnown(head.substring(busybox.end()))) {
            return Optional.of(new Prompt("/ " + busybox.group(2), "", "", false, busybox.group()));
        }
        Matcher arrow = ARROW.matcher(head);
        if (arrow.find()) {
            int end = arrow.end();
            for (int i = 0; i < 4; i++) {
                Matcher more = DECORATION.matcher(head).region(end, head.length());
                end = more.lookingAt() ? more.end() : end;
            }
            if (end == head.length() || Programs.isKnown(head.substring(end))) {
                return Optional.of(new Prompt(arrow.group(1), "", "", false, head.substring(0, end)));
            }
        }
        return Optional.empty();
    }

    /** Every prompt ends in one of few signs: most lines have none, and cost no more than a glance. */
    private static boolean hasSign(String head) {
        for (int i = 0; i < head.length(); i++) {
            if ("#$%➜❯λ".indexOf(head.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean couldStart(char c) {
        return Character.isLetterOrDigit(c) || "[(_ ~/.-➜❯λ".indexOf(c) >= 0;
    }

    /** {@code #}, {@code $} or {@code %}: a prompt if what follows is a command, which the caller judges. */
    static Optional<Prompt> bare(String line) {
        if (line.isEmpty() || "#$%".indexOf(line.charAt(0)) < 0) {
            return Optional.empty();
        }
        Matcher matcher = BARE.matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        return matcher.find()
                ? Optional.of(new Prompt(matcher.group(1), "", "", true, matcher.group()))
                : Optional.empty();
    }

    /** Whether a line by itself looks like a prompt with a command. */
    static boolean looksLikePrompt(String line) {
        return clear(line).isPresent()
                || bare(line)
                        .map(prompt ->
                                Programs.isCommand(line.substring(prompt.text().length()), prompt.key()))
                        .orElse(false);
    }
}
