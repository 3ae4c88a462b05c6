package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code oc}, {@code kubectl}, {@code virtctl}: outputs of the cluster, and doors into nodes, pods and guests. */
final class ClusterClient {

    private static final Set<String> VALUED = Set.of(
            "-n",
            "--namespace",
            "--context",
            "--cluster",
            "--kubeconfig",
            "--as",
            "--as-group",
            "-s",
            "--server",
            "--token",
            "--user",
            "--request-timeout",
            "--certificate-authority",
            "-c",
            "--container",
            "--image",
            "--to-namespace",
            "--shell",
            "--timeout",
            "--pod-running-timeout",
            "--profile",
            "-f",
            "--filename",
            "--identity-file",
            "--username",
            "--port",
            "--local-ssh-opts",
            "--command");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "ksh", "zsh", "ash", "dash");

    private final Simple call;
    private final Seat seat;
    private final Filter filter;
    private String namespace = "";
    private boolean everywhere;
    private String context = "";

    private ClusterClient(Simple call, Seat seat, Filter filter) {
        this.call = call;
        this.seat = seat;
        this.filter = filter;
    }

    /**
     * What a call turned out to be.
     *
     * @param inner a command that runs elsewhere, in {@code seat}; none where {@code asked} says it all
     */
    record Reached(Optional<Asked> asked, Seat seat, List<String> inner, boolean script) {}

    static boolean is(String program) {
        return switch (program) {
            case "oc", "kubectl", "omc", "omg", "k", "virtctl", "kubectl-virt" -> true;
            default -> false;
        };
    }

    static Reached read(Simple call, Seat seat, Filter filter) {
        return new ClusterClient(call, seat, filter).read();
    }

    private Reached read() {
        List<String> words = call.words();
        boolean virt = call.program().contains("virt");
        int at = 1;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += global(words, at);
        }
        if (at >= words.size()) {
            return prints();
        }
        String verb = words.get(at);
        List<String> rest = words.subList(at + 1, words.size());
        if (!virt && verb.equals("virt") && !rest.isEmpty()) {
            verb = rest.getFirst();
            rest = rest.subList(1, rest.size());
            virt = true;
        }
        if (virt) {
            return switch (verb) {
                case "ssh", "console" -> guest(rest);
                default -> prints(rest);
            };
        }
        return switch (verb) {
            case "debug" -> debug(rest);
            case "rsh", "exec" -> pod(verb, rest);
            case "project" -> project(rest);
            case "config" -> config(rest);
            default -> prints(rest);
        };
    }

    /** Takes an option that may stand anywhere; the number of its words. */
    private int global(List<String> words, int at) {
        String word = words.get(at);
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = equals > 0 ? word.substring(0, equals) : word;
        boolean glued = !word.startsWith("--") && word.startsWith("-n") && word.length() > 2;
        boolean apart = equals < 0 && !glued && VALUED.contains(name) && at + 1 < words.size();
        String value = equals > 0
                ? word.substring(equals + 1)
                : glued ? word.substring(word.startsWith("-n=") ? 3 : 2) : apart ? words.get(at + 1) : "";
        switch (glued ? "-n" : name) {
            case "-n", "--namespace" -> namespace = value;
            case "-A", "--all-namespaces" -> everywhere = !value.equals("false");
            case "--context", "--kubeconfig", "--cluster", "--server", "-s" -> context = value;
            default -> {}
        }
        return apart ? 2 : 1;
    }

    private Reached prints(List<String> rest) {
        for (int i = 0; i < rest.size() && !rest.get(i).equals("--"); ) {
            i += rest.get(i).startsWith("-") ? global(rest, i) : 1;
        }
        return prints();
    }

    private Reached prints() {
        return said(new Asked.Prints(
                new Command(named(call)), cluster(), Standing.STATED, everywhere ? "" : inForce(), filter));
    }

    private Scope cluster() {
        return Scope.ofCluster().inCluster(Words.unsure(context) ? "" : context);
    }

    private String inForce() {
        String name = namespace.isEmpty() ? seat.namespace() : namespace;
        return Words.unsure(name) ? "" : name;
    }

    static List<String> named(Simple call) {
        List<String> words = new ArrayList<>(call.words());
        words.set(0, call.program());
        return words;
    }

    private static Reached said(Asked asked) {
        return new Reached(Optional.of(asked), new Seat(Scope.ofCluster(), Standing.STATED, "", ""), List.of(), false);
    }

    /** Enters a place: with words a command there, without a shell. */
    private Reached enter(Scope scope, Asked.Shell shell, List<String> inner, boolean script) {
        Scope placed =
                scope.is(Scope.Kind.PLACE) ? scope : scope.inCluster(cluster().cluster());
        boolean known = !scope.is(Scope.Kind.PLACE);
        boolean opens = inner.isEmpty()
                || inner.size() <= 2
                        && SHELLS.contains(Simple.baseName(inner.getFirst()))
                        && inner.stream().skip(1).allMatch(word -> word.matches("-[il]{1,2}|--login"));
        if (opens) {
            Standing standing = known ? Standing.FOLLOWED : Standing.ASSUMED;
            return said(new Asked.Opens(placed, standing, "", shell, String.join(" ", call.words())));
        }
        Seat there = new Seat(placed, known ? Standing.STATED : Standing.ASSUMED, "", seat.here());
        return new Reached(Optional.empty(), there, inner, script);
    }

    private Scope nowhere() {
        return Scope.place(seat.here());
    }

    private Reached debug(List<String> rest) {
        String target = "";
        int at = 0;
        while (at < rest.size() && !rest.get(at).equals("--")) {
            if (rest.get(at).startsWith("-")) {
                at += global(rest, at);
            } else {
                target = target.isEmpty() ? rest.get(at) : target;
                at++;
            }
        }
        List<String> inner = at < rest.size() ? rest.subList(at + 1, rest.size()) : List.of();
        int slash = target.indexOf('/');
        String kind = slash > 0 ? target.substring(0, slash) : "";
        boolean node = kind.equals("node") || kind.equals("nodes") || kind.equals("no");
        // debugging anything but a node makes a new pod, of which nothing is known
        Scope scope = node && !Words.unsure(target) ? Scope.node(target.substring(slash + 1)) : nowhere();
        return enter(scope, Asked.Shell.DEBUG, inner, false);
    }

    private Reached pod(String verb, List<String> rest) {
        String target = "";
        int at = 0;
        boolean separated = rest.contains("--");
        while (at < rest.size() && !rest.get(at).equals("--")) {
            if (rest.get(at).startsWith("-")) {
                at += global(rest, at);
            } else if (target.isEmpty()) {
                target = rest.get(at++);
            } else if (separated && verb.equals("exec")) {
                at++;
            } else {
                break;
            }
        }
        if (at < rest.size() && rest.get(at).equals("--")) {
            at++;
        }
        return enter(podScope(target), Asked.Shell.POD, rest.subList(Math.min(at, rest.size()), rest.size()), false);
    }

    private Scope podScope(String target) {
        int slash = target.indexOf('/');
        String kind = slash > 0 ? target.substring(0, slash) : "pod";
        boolean isPod = kind.equals("pod") || kind.equals("pods") || kind.equals("po");
        return isPod && !Words.unsure(target) ? Scope.pod(inForce(), target.substring(slash + 1)) : nowhere();
    }

    private Reached guest(List<String> rest) {
        String target = "";
        String user = "";
        String script = "";
        int at = 0;
        while (at < rest.size()) {
            String word = rest.get(at);
            boolean apart = at + 1 < rest.size() && !word.contains("=");
            String value = word.contains("=") ? word.substring(word.indexOf('=') + 1) : apart ? rest.get(at + 1) : "";
            if (word.equals("--command") || word.startsWith("--command=") || word.equals("-c")) {
                script = value;
                at += apart ? 2 : 1;
            } else if (Set.of("-i", "-l", "-p", "-t").contains(word)) {
                at += 2;
            } else if (word.startsWith("-")) {
                at += global(rest, at);
            } else {
                target = target.isEmpty() ? word : target;
                at++;
            }
        }
        if (target.contains("@")) {
            user = target.substring(0, target.lastIndexOf('@') + 1);
        }
        Scope scope = guestScope(target.substring(user.length()));
        return enter(scope, Asked.Shell.GUEST, script.isEmpty() ? List.of() : List.of(script), true);
    }

    /** {@code vmi/NAME/NAMESPACE}, {@code vmi/NAME}, {@code NAME.NAMESPACE}, {@code NAME}. */
    private Scope guestScope(String target) {
        if (Words.unsure(target)) {
            return nowhere();
        }
        String name = target.replaceFirst("^(vm|vmi|virtualmachines?|virtualmachineinstances?)/", "");
        int slash = name.indexOf('/');
        int cut = slash > 0 ? slash : name.indexOf('.');
        return cut > 0 ? Scope.guest(name.substring(cut + 1), name.substring(0, cut)) : Scope.guest(inForce(), name);
    }

    private Reached project(List<String> rest) {
        List<String> names = rest.stream().filter(word -> !word.startsWith("-")).toList();
        return names.size() == 1 && !Words.unsure(names.getFirst())
                ? said(new Asked.SetsNamespace(names.getFirst()))
                : prints(rest);
    }

    private Reached config(List<String> rest) {
        if (rest.contains("set-context") && rest.contains("--current")) {
            for (int i = 0; i < rest.size(); ) {
                i += rest.get(i).startsWith("-") ? global(rest, i) : 1;
            }
            if (!Words.unsure(namespace)) {
                return said(new Asked.SetsNamespace(namespace));
            }
        }
        return prints(rest);
    }
}
