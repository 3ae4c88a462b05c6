package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A command of the place itself. */
final class Local {

    private static final Set<String> SILENT = Set.of(
            "cd",
            "export",
            "set",
            "unset",
            "alias",
            "unalias",
            "source",
            ".",
            "true",
            "false",
            ":",
            "clear",
            "umask",
            "shopt",
            "sleep",
            "wait",
            "reset",
            "stty",
            "trap",
            "pushd",
            "popd",
            "setenforce",
            "mkdir",
            "touch",
            "rm",
            "cp",
            "mv",
            "ln",
            "chmod",
            "chown",
            "kill",
            "declare",
            "local",
            "readonly",
            "test",
            "[",
            "modprobe");
    private static final Set<String> PAGERS = Set.of("less", "more", "most", "head", "tail", "bat", "zcat");
    private static final Set<String> CHANGES =
            Set.of("set", "add", "del", "delete", "flush", "replace", "change", "append");

    private Local() {}

    static Asked read(Simple call, Seat seat, Filter filter) {
        String program = call.program();
        if (SILENT.contains(program)) {
            return new Asked.Silent();
        }
        return switch (program) {
            case "exit", "logout", "quit" -> new Asked.Leaves();
            case "kubens" ->
                call.words().size() == 2 ? new Asked.SetsNamespace(call.words().get(1)) : new Asked.Silent();
            case "echo" -> says(call, seat, filter);
            case "ansible" -> ansible(call, seat, filter);
            case "clush", "pdsh" -> fan(call, seat, filter);
            case "ip" -> ip(call, seat, filter);
            default -> ofFile(call, seat, filter);
        };
    }

    private static Asked prints(List<String> words, Seat seat, Filter filter) {
        Scope scope = seat.scope();
        boolean inNamespace = scope.is(Scope.Kind.POD) || scope.is(Scope.Kind.GUEST);
        String namespace = inNamespace ? scope.namespace() : "";
        return new Asked.Prints(new Command(words), scope, seat.standing(), namespace, filter);
    }

    /** {@code grep x FILE}, {@code tail FILE}: the file, narrowed, as if {@code cat FILE} had been piped. */
    private static Asked ofFile(Simple call, Seat seat, Filter filter) {
        if (Grep.is(call.program())) {
            Grep grep = Grep.of(call);
            List<String> files = grep.files();
            if (files.size() == 1
                    && !Words.unsure(files.getFirst())
                    && !files.getFirst().startsWith("/sys/")) {
                return grep.rewrites()
                        ? new Asked.Lost("grep with these options rewrites lines")
                        : prints(List.of("cat", files.getFirst()), seat, Filters.both(grep.filter(), filter));
            }
        }
        if (PAGERS.contains(call.program())) {
            List<String> files = new ArrayList<>();
            Words words = new Words(call.words().subList(1, call.words().size()), Set.of("-n", "-c"));
            while (words.more()) {
                if (words.option().isEmpty()) {
                    files.add(words.next());
                }
            }
            if (files.size() == 1 && !Words.unsure(files.getFirst())) {
                boolean part = call.program().equals("head") || call.program().equals("tail");
                Filter own = part ? new Filter.Part(String.join(" ", call.words())) : Filter.NONE;
                return prints(List.of("cat", files.getFirst()), seat, Filters.both(own, filter));
            }
        }
        return prints(ClusterClient.named(call), seat, filter);
    }

    private static Asked says(Simple call, Seat seat, Filter filter) {
        List<String> words = call.words().subList(1, call.words().size());
        boolean plain = call.unsure().isEmpty()
                && filter instanceof Filter.None
                && words.stream().noneMatch(word -> word.matches("-[neE]{1,3}") || word.contains("\\"));
        return plain ? new Asked.Says(String.join(" ", words)) : prints(ClusterClient.named(call), seat, filter);
    }

    private static Asked ip(Simple call, Seat seat, Filter filter) {
        if (call.words().stream().anyMatch(word -> word.equals("exec"))) {
            return new Asked.Lost("the outputs of all namespaces in one cannot be told apart");
        }
        return changes(call.words()) ? new Asked.Silent() : prints(ClusterClient.named(call), seat, filter);
    }

    private static boolean changes(List<String> words) {
        List<String> plain =
                words.stream().skip(1).filter(word -> !word.startsWith("-")).toList();
        return plain.size() > 1 && CHANGES.contains(plain.get(1));
    }

    /** {@code ansible PATTERN -m shell -a 'ip a'}. */
    private static Asked ansible(Simple call, Seat seat, Filter filter) {
        String module = "command";
        String script = "";
        Words words = new Words(
                call.words().subList(1, call.words().size()),
                Set.of(
                        "-i",
                        "-m",
                        "-a",
                        "-u",
                        "-f",
                        "-e",
                        "-t",
                        "-B",
                        "-P",
                        "-T",
                        "-l",
                        "-M",
                        "-c",
                        "--module-name",
                        "--args",
                        "--inventory",
                        "--user",
                        "--forks",
                        "--extra-vars",
                        "--limit",
                        "--become-user"));
        while (words.more()) {
            var option = words.option();
            if (option.isEmpty()) {
                words.next();
                continue;
            }
            switch (option.get().name()) {
                case "-m", "--module-name" -> module = option.get().value();
                case "-a", "--args" -> script = option.get().value();
                case "-o", "--one-line" -> {
                    return new Asked.Lost("ansible's one-line form folds lines");
                }
                default -> {}
            }
        }
        String name = module.substring(module.lastIndexOf('.') + 1);
        return Set.of("shell", "command", "raw").contains(name)
                ? new Asked.Fans(Asked.Form.ANSIBLE, script, filter, seat)
                : new Asked.Lost("what ansible's module " + name + " printed is not read");
    }

    /** {@code clush -bw HOSTS COMMAND}, {@code pdsh -w HOSTS COMMAND}. */
    private static Asked fan(Simple call, Seat seat, Filter filter) {
        boolean folded = false;
        Words words = new Words(
                call.words().subList(1, call.words().size()),
                Set.of("-w", "-x", "-g", "-X", "-f", "-l", "-t", "-u", "-o", "-R", "--hostfile"));
        while (true) {
            var option = words.option();
            if (option.isEmpty()) {
                break;
            }
            boolean clush = call.program().equals("clush");
            folded |= clush
                    && Set.of("-b", "-B", "--dshbak").contains(option.get().name());
            if (clush && Set.of("-N", "-L").contains(option.get().name())) {
                return new Asked.Lost("clush without host names: its outputs cannot be told apart");
            }
        }
        Asked.Form form = folded ? Asked.Form.FOLDED : Asked.Form.PREFIXED;
        return new Asked.Fans(form, String.join(" ", words.rest()), filter, seat);
    }
}
