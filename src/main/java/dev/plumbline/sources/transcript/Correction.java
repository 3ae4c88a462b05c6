package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Scope;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a human knows better: the shell of these lines.
 *
 * @param source the source meant; empty for any
 * @param from first line
 * @param to last line
 * @param scope the place of the shell
 */
public record Correction(String source, int from, int to, Scope scope) {

    private static final Pattern FORM = Pattern.compile("(?:(.{1,4096}):)?L(\\d{1,9})(?:-L?(\\d{1,9}))?=(.{1,600})");

    /** {@code L40-62=node/W}, {@code notes.txt:L7=guest/openstack/controller-0}; empty if it is no such form. */
    public static Optional<Correction> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(2));
        int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
        String source = matcher.group(1) == null ? "" : matcher.group(1);
        return scope(matcher.group(4)).map(scope -> new Correction(source, from, to, scope));
    }

    /**
     * {@code cluster}, {@code node/N}, {@code host/NAME}, {@code netns/NODE/ID}, {@code pod/NS/NAME}, {@code
     * guest/NS/NAME}.
     */
    private static Optional<Scope> scope(String text) {
        String[] words = text.split("/", 3);
        boolean filled = Arrays.stream(words).noneMatch(String::isBlank);
        String form = filled ? words[0] + "/" + words.length : "";
        return switch (form) {
            case "cluster/1" -> Optional.of(Scope.ofCluster());
            case "node/2" -> Optional.of(Scope.node(words[1]));
            case "host/2" -> Optional.of(Scope.host(words[1]));
            case "netns/3" -> Optional.of(Scope.netns(words[1], words[2]));
            case "pod/3" -> Optional.of(Scope.pod(words[1], words[2]));
            case "guest/3" -> Optional.of(Scope.guest(words[1], words[2]));
            case "domain/3" -> Optional.of(Scope.domain(words[1], words[2]));
            default -> Optional.empty();
        };
    }

    /** The cluster's outputs stay the cluster's, and a namespace inside the corrected shell stays inside it. */
    boolean replaces(Scope found) {
        boolean inside = found.is(Scope.Kind.NETNS)
                || found.is(Scope.Kind.PLACE) && found.name().startsWith(scope.path() + "/");
        return !found.is(Scope.Kind.CLUSTER) && !inside;
    }

    /** Whether it speaks of all these lines of that source. */
    boolean covers(String name, int first, int last) {
        return (source.isEmpty() || source.equals(name)) && from <= first && last <= to;
    }
}
