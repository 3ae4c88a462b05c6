package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A line that sets names against each other: {@code a -- b}, {@code nic5 = enp5s0 -> tap4}, {@code a: b}, {@code a | b | c}. */
final class MappingLine {

    private static final Set<String> ARROWS = Set.of(
            "--", "---", "->", "-->", "--->", "=>", "==>", "<->", "<-->", "<=>", "<-", "<--", "~>", ">", "→", "⇒", "↔",
            "⟶", "➜", "➔", "—", "–");
    private static final Set<String> SAME = Set.of("=", "==", ":", ":=");
    private static final String PIPE = "|";
    /** A longer word is taken apart no further: no name is that long. */
    private static final int LONGEST_WORD = 400;
    /** Longest first: so is {@code <->} no {@code ->} behind a {@code <}. */
    private static final List<String> GLUED = List.of("-->", "==>", "<->", "->", "=>", "→", "⇒", "↔", "--", "=", "|");
    /** What people write beside a name to say what it is. */
    static final Set<String> FILLERS = Set.of(
            "the",
            "a",
            "bridge",
            "interface",
            "nic",
            "device",
            "dev",
            "tap",
            "port",
            "guest",
            "node",
            "vm",
            "host",
            "pod",
            "network",
            "link",
            "veth",
            "on",
            "in",
            "of",
            "worker",
            "uplink",
            "networks",
            "interfaces",
            "linux",
            "ovs",
            "physical",
            "vnic");

    private MappingLine() {}

    static Optional<Claim> of(Line line, Origin origin, Predicate<String> known) {
        List<List<Token>> sides = new ArrayList<>();
        List<Token> side = new ArrayList<>();
        boolean arrow = false;
        boolean pipe = false;
        int separators = 0;
        for (Token token : split(Token.of(line.text()), known)) {
            String raw = token.raw();
            if (raw.startsWith("#") || raw.equals("//")) {
                break;
            }
            if (ARROWS.contains(raw) || SAME.contains(raw) || raw.equals(PIPE)) {
                if (!side.isEmpty()) {
                    sides.add(side);
                    separators++;
                }
                side = new ArrayList<>();
                arrow |= ARROWS.contains(raw);
                pipe |= raw.equals(PIPE);
            } else {
                side.add(token);
            }
        }
        if (!side.isEmpty()) {
            sides.add(side);
        }
        if (separators == 0 || sides.size() < 2) {
            return Optional.empty();
        }
        List<Token> names = new ArrayList<>();
        for (List<Token> one : sides) {
            Optional<Token> name = name(one, known);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return isClaim(names, arrow, pipe, known)
                ? Optional.of(new Claim(
                        origin,
                        line.text().strip(),
                        arrow || pipe ? Claim.Form.CHAIN : Claim.Form.SAME,
                        names.stream().map(Token::word).toList()))
                : Optional.empty();
    }

    /** A colon and an equals sign stand in all sorts of prose: there one name must have been seen, of columns two. */
    private static boolean isClaim(List<Token> names, boolean arrow, boolean pipe, Predicate<String> known) {
        long seen = names.stream().filter(name -> known.test(name.text())).count();
        boolean named = names.stream().allMatch(name -> name.isNameLike() || known.test(name.text()));
        boolean plain = names.stream().allMatch(name -> name.text().matches("[\\p{L}0-9_.:@/-]{1,63}"));
        if (pipe) {
            return seen >= 2 && plain;
        }
        return arrow ? named || (seen > 0 && plain) : named && seen > 0;
    }

    /** The one name of a side: what else stands there says what it is, or stands in brackets. */
    private static Optional<Token> name(List<Token> side, Predicate<String> known) {
        List<Token> left = new ArrayList<>();
        boolean bracket = false;
        for (Token token : side) {
            boolean opens = token.raw().startsWith("(") || token.raw().startsWith("[");
            bracket |= opens;
            boolean mark = token.text().isEmpty() || token.raw().matches("[-*+•·]|\\d{1,3}[.)]");
            if (!bracket && !mark) {
                left.add(token);
            }
            bracket &= !(token.raw().endsWith(")")
                    || token.raw().endsWith("]")
                    || token.raw().endsWith("),"));
        }
        List<Token> names = left.size() == 1
                ? left
                : left.stream()
                        .filter(token -> !FILLERS.contains(token.text().toLowerCase(Locale.ROOT)))
                        .toList();
        return names.size() == 1 ? Optional.of(trimmed(names.getFirst(), known)) : Optional.empty();
    }

    private static Token trimmed(Token token, Predicate<String> known) {
        boolean colon = token.text().endsWith(":") && !known.test(token.text());
        return colon
                ? new Token(token.text().substring(0, token.text().length() - 1), token.column(), token.raw())
                : token;
    }

    /** Takes separators out of words: {@code enp1s0->tap0}, {@code nic5: enp5s0}. A name that an output shows stays whole. */
    private static List<Token> split(List<Token> tokens, Predicate<String> known) {
        List<Token> all = new ArrayList<>();
        for (Token token : tokens) {
            boolean whole = token.raw().length() > LONGEST_WORD || known.test(token.text());
            if (whole || ARROWS.contains(token.raw()) || SAME.contains(token.raw())) {
                all.add(token);
            } else {
                glued(token, all);
            }
        }
        return all;
    }

    private static void glued(Token token, List<Token> all) {
        String raw = token.raw();
        int start = token.column() - Math.max(0, raw.indexOf(token.text()));
        if (raw.length() > 1 && raw.endsWith(":")) {
            all.addAll(Token.of(raw.substring(0, raw.length() - 1)).stream()
                    .map(part -> moved(part, start))
                    .toList());
            all.add(new Token(":", start + raw.length() - 1, ":"));
            return;
        }
        for (String separator : GLUED) {
            int at = raw.indexOf(separator);
            if (at > 0 && at + separator.length() < raw.length()
                    || at >= 0 && separator.equals(PIPE) && raw.length() > 1) {
                glue(raw.substring(0, at), start, all);
                all.add(new Token(separator, start + at, separator));
                glue(raw.substring(at + separator.length()), start + at + separator.length(), all);
                return;
            }
        }
        all.add(token);
    }

    private static void glue(String part, int start, List<Token> all) {
        Token.of(part).forEach(token -> glued(moved(token, start), all));
    }

    private static Token moved(Token token, int by) {
        return new Token(token.text(), token.column() + by, token.raw());
    }
}
