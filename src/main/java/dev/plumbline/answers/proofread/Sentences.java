package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Claims in sentences: {@code X is created on NODE}, {@code N network is connected to bridge B}, {@code nic5 is enp5s0}.
 * Both names must look like names, and an output must show one of them: else it is prose.
 */
final class Sentences {

    private static final Set<String> AUXILIARY =
            Set.of("is", "are", "was", "were", "be", "been", "has", "have", "now", "currently");
    private static final Set<String> PLACING = Set.of(
            "created",
            "running",
            "runs",
            "run",
            "scheduled",
            "placed",
            "hosted",
            "located",
            "lives",
            "live",
            "deployed",
            "started");
    private static final Set<String> JOINING = Set.of(
            "connected",
            "connects",
            "attached",
            "attaches",
            "bound",
            "mapped",
            "maps",
            "map",
            "mapping",
            "plugged",
            "linked",
            "bridged",
            "goes",
            "leads",
            "belongs",
            "enslaved",
            "sharing",
            "share",
            "shares",
            "use",
            "uses",
            "using",
            "corresponds");
    private static final Set<String> TOWARDS =
            Set.of("to", "into", "on", "onto", "in", "via", "with", "by", "through", "over", "same");
    private static final Set<String> BETWEEN = Set.of(
            "the",
            "a",
            "bridge",
            "interface",
            "nic",
            "device",
            "tap",
            "port",
            "node",
            "worker",
            "host",
            "hypervisor",
            "openshift",
            "server",
            "linux",
            "vm",
            "guest",
            "veth");
    private static final Set<String> AFTER_SUBJECT = Set.of(
            "network", "networks", "interface", "interfaces", "nic", "nics", "device", "vm", "bridge", "port", "pod");

    private Sentences() {}

    static List<Claim> in(Line line, Origin origin, Predicate<String> known) {
        List<Token> tokens = Token.of(line.text());
        List<Claim> claims = new ArrayList<>();
        veths(line, origin, tokens).ifPresent(claims::add);
        for (int i = 1; i < tokens.size(); i++) {
            if (isVerb(word(tokens.get(i))) && !isVerb(word(tokens.get(i - 1)))) {
                sentence(line, origin, tokens, i, known).ifPresent(claims::add);
            }
        }
        return claims;
    }

    private static boolean isVerb(String word) {
        return AUXILIARY.contains(word) || PLACING.contains(word) || JOINING.contains(word);
    }

    private static String word(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private static Optional<Claim> sentence(
            Line line, Origin origin, List<Token> tokens, int verb, Predicate<String> known) {
        int at = verb;
        boolean placing = false;
        boolean joining = false;
        boolean towards = false;
        while (at < tokens.size() && (isVerb(word(tokens.get(at))) || TOWARDS.contains(word(tokens.get(at))))) {
            placing |= PLACING.contains(word(tokens.get(at)));
            joining |= JOINING.contains(word(tokens.get(at)));
            towards |= TOWARDS.contains(word(tokens.get(at)));
            // "is enp5s0. On it ..." ends a sentence.
            at++;
        }
        while (at < tokens.size()
                && BETWEEN.contains(word(tokens.get(at)))
                && !known.test(tokens.get(at).text())) {
            at++;
        }
        if (at >= tokens.size() || (placing && !towards)) {
            return Optional.empty();
        }
        Token object = tokens.get(at);
        List<Token> subjects = subjects(tokens, verb, known);
        if (subjects.isEmpty() || !isClaim(subjects, object, known)) {
            return Optional.empty();
        }
        List<Word> words = new ArrayList<>(subjects.stream().map(Token::word).toList());
        words.add(placing ? new Word(object.text(), object.column(), Set.of(Sort.NODE)) : object.word());
        Claim.Form form = joining || placing || towards ? Claim.Form.EACH_ON : Claim.Form.SAME;
        String text = line.text()
                .substring(
                        subjects.getFirst().column(),
                        object.column() + object.text().length())
                .replace("`", "");
        return Optional.of(new Claim(origin, text, form, words));
    }

    private static boolean isClaim(List<Token> subjects, Token object, Predicate<String> known) {
        boolean named = subjects.stream().allMatch(subject -> isName(subject, known)) && isName(object, known);
        return named
                && (known.test(object.text()) || subjects.stream().allMatch(subject -> known.test(subject.text())));
    }

    private static boolean isName(Token token, Predicate<String> known) {
        return known.test(token.text()) || token.isNameLike();
    }

    /** The names before the verb: {@code a/b/c networks}, {@code a, b and c}; the last alone where the others are no names. */
    private static List<Token> subjects(List<Token> tokens, int verb, Predicate<String> known) {
        int at = verb - 1;
        while (at > 0 && AFTER_SUBJECT.contains(word(tokens.get(at)))) {
            at--;
        }
        List<Token> names = new ArrayList<>(parts(tokens.get(at), known));
        boolean listed = true;
        while (listed && at > 0) {
            Token before = tokens.get(at - 1);
            boolean and = word(before).equals("and") && at > 1;
            Token name = and ? tokens.get(at - 2) : before;
            listed = (and || before.raw().endsWith(","))
                    && parts(name, known).stream().allMatch(part -> known.test(part.text()))
                    && !isObject(tokens, and ? at - 2 : at - 1);
            if (listed) {
                names.addAll(0, parts(name, known));
                at -= and ? 2 : 1;
            }
        }
        return names;
    }

    /** In "a is on b and c is on d", b belongs to the clause before. */
    private static boolean isObject(List<Token> tokens, int at) {
        int before = at - 1;
        while (before >= 0 && BETWEEN.contains(word(tokens.get(before)))) {
            before--;
        }
        return before >= 0 && (isVerb(word(tokens.get(before))) || TOWARDS.contains(word(tokens.get(before))));
    }

    private static List<Token> parts(Token token, Predicate<String> known) {
        if (known.test(token.text()) || !token.text().contains("/")) {
            return List.of(token);
        }
        List<Token> parts = new ArrayList<>();
        int column = token.column();
        for (String part : token.text().split("/", 32)) {
            parts.add(new Token(part, column, part));
            column += part.length() + 1;
        }
        return parts;
    }

    /** "Multiple vethxxx interfaces on each bridge are those attached to virt-launcher". */
    private static Optional<Claim> veths(Line line, Origin origin, List<Token> tokens) {
        List<String> words = tokens.stream().map(Sentences::word).toList();
        int veth = -1;
        for (int i = 0; i < words.size() && veth < 0; i++) {
            veth = words.get(i).matches("veth(?:[sx*]{1,16})?") ? i : -1;
        }
        int are = veth < 0 ? -1 : firstOf(words, veth, Set.of("are", "belong"));
        int launcher = are < 0 ? -1 : firstOf(words, are, Set.of("virt-launcher", "virt-launchers"));
        boolean whole = launcher > 0
                && words.subList(veth, are).stream().anyMatch(word -> word.startsWith("bridge"))
                && !words.subList(are, launcher).contains("not");
        if (!whole) {
            return Optional.empty();
        }
        Token first = tokens.get(veth);
        Token last = tokens.get(launcher);
        String text = line.text()
                .substring(first.column(), last.column() + last.text().length());
        return Optional.of(new Claim(origin, text, Claim.Form.VETHS, List.of(first.word(), last.word())));
    }

    private static int firstOf(List<String> words, int from, Set<String> wanted) {
        for (int i = from; i < words.size(); i++) {
            if (wanted.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
