package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import java.util.List;
import java.util.Set;

/**
 * Programs that run another: {@code sudo}, {@code ssh}, {@code nsenter}, {@code chroot} ... peeled one after another.
 */
final class Wrappers {

    private static final Set<String> SSH_VALUED = Set.of(
            "-b", "-B", "-c", "-D", "-E", "-e", "-F", "-I", "-i", "-J", "-L", "-l", "-m", "-O", "-o", "-p", "-Q", "-R",
            "-S", "-W", "-w");
    private static final Set<String> SUDO_VALUED = Set.of(
            "-u",
            "-g",
            "-h",
            "-p",
            "-C",
            "-r",
            "-t",
            "-T",
            "-U",
            "-D",
            "-R",
            "--user",
            "--group",
            "--host",
            "--prompt");
    private static final Set<String> CONTAINER_VALUED = Set.of(
            "-e",
            "--env",
            "-u",
            "--user",
            "-w",
            "--workdir",
            "--detach-keys",
            "-r",
            "--runtime-endpoint",
            "--env-file");
    private static final Set<String> HOST_ROOTS = Set.of("/host", "/host/", "/hostfs", "/rootfs", "/");

    /** What is inside. */
    sealed interface Inner {}

    /** A call that is no wrapper. */
    record Bare(Simple call, Seat seat) implements Inner {}

    /** A script that another shell runs there. */
    record Runs(String script, Seat seat) implements Inner {}

    /** A shell. */
    record Opens(Asked asked) implements Inner {}

    private final Simple outer;
    private Simple call;
    private Seat seat;

    private Wrappers(Simple call, Seat seat) {
        this.outer = call;
        this.call = call;
        this.seat = seat;
    }

    static Inner strip(Simple call, Seat seat) {
        return new Wrappers(call, seat).strip();
    }

    private Inner strip() {
        while (true) {
            if (call.words().isEmpty()) {
                return new Bare(call, seat);
            }
            List<String> arguments = call.words().subList(1, call.words().size());
            switch (call.program()) {
                case "time", "nohup", "command", "builtin", "exec", "setsid", "unbuffer" ->
                    drop(new Words(arguments, Set.of("-f", "-o")));
                case "nice", "ionice", "stdbuf" ->
                    drop(new Words(arguments, Set.of("-n", "-c", "-i", "-o", "-e", "-p")));
                case "env" -> environment(new Words(arguments, Set.of("-u", "--unset", "-C", "-S")));
                case "timeout" -> timeout(new Words(arguments, Set.of("-k", "-s", "--signal", "--kill-after")));
                case "sshpass" -> drop(new Words(arguments, Set.of("-p", "-f", "-d", "-P")));
                case "watch" -> {
                    return new Runs(watched(arguments), seat);
                }
                case "sudo", "doas" -> {
                    if (sudo(new Words(arguments, SUDO_VALUED))) {
                        return same();
                    }
                }
                case "su", "runuser" -> {
                    return su(new Words(arguments, Set.of("-c", "--command", "-s", "-g", "-G")));
                }
                case "bash", "sh", "ksh", "zsh", "dash", "ash" -> {
                    int command = scriptAt(arguments);
                    if (command >= 0) {
                        return command < arguments.size() ? new Runs(arguments.get(command), seat) : same();
                    }
                    return arguments.stream().allMatch(word -> word.startsWith("-")) ? same() : new Bare(call, seat);
                }
                case "chroot" -> {
                    Words words = skipped(new Words(arguments, Set.of()));
                    String root = words.next();
                    seat = HOST_ROOTS.contains(root) ? seat : seat.inside("chroot", root);
                    if (!words.more()) {
                        return same();
                    }
                    inner(words.rest());
                }
                case "nsenter" -> {
                    Nsenter.Entered entered = Nsenter.read(arguments, seat);
                    seat = entered.seat();
                    if (entered.words().isEmpty()) {
                        return opens(Asked.Shell.INNER);
                    }
                    inner(entered.words());
                }
                case "ip" -> {
                    if (!Namespaced.apply(arguments, seat, (words, place) -> {
                        call = new Simple(words, List.of(), outer.toFile());
                        seat = place;
                    })) {
                        return new Bare(call, seat);
                    }
                    if (isShell()) {
                        return opens(Asked.Shell.INNER);
                    }
                }
                case "podman", "docker", "crictl" -> {
                    if (arguments.isEmpty() || !arguments.getFirst().equals("exec")) {
                        return new Bare(call, seat);
                    }
                    container(
                            call.program(),
                            skipped(new Words(arguments.subList(1, arguments.size()), CONTAINER_VALUED)));
                    if (call.words().isEmpty() || isShell()) {
                        return opens(Asked.Shell.INNER);
                    }
                }
                case "toolbox" -> {
                    seat = seat.nowhere();
                    return opens(Asked.Shell.INNER);
                }
                case "ssh" -> {
                    return ssh(new Words(arguments, SSH_VALUED));
                }
                case "virsh" -> {
                    return virsh(arguments);
                }
                default -> {
                    return new Bare(call, seat);
                }
            }
        }
    }

    private void inner(List<String> words) {
        int cut = call.words().size() - words.size();
        List<Integer> unsure =
                call.unsure().stream().filter(i -> i >= cut).map(i -> i - cut).toList();
        call = new Simple(words, unsure, outer.toFile());
    }

    private Words skipped(Words words) {
        while (words.option().isPresent()) {
            continue;
        }
        if (words.nextIs("--")) {
            words.next();
        }
        return words;
    }

    private void drop(Words words) {
        inner(skipped(words).rest());
    }

    private void environment(Words words) {
        skipped(words);
        List<String> rest = words.rest();
        while (!rest.isEmpty() && rest.getFirst().matches("[A-Za-z_]\\w{0,99}=(?s).*")) {
            rest.removeFirst();
        }
        inner(rest);
    }

    private void timeout(Words words) {
        skipped(words).next();
        inner(words.rest());
    }

    private String watched(List<String> arguments) {
        return String.join(
                " ", skipped(new Words(arguments, Set.of("-n", "--interval"))).rest());
    }

    /** True where it opens a shell. */
    private boolean sudo(Words words) {
        boolean shell = false;
        while (true) {
            var option = words.option();
            if (option.isEmpty()) {
                break;
            }
            shell |= Set.of("-i", "-s", "--login", "--shell")
                    .contains(option.get().name());
        }
        if (words.nextIs("--")) {
            words.next();
        }
        environment(words);
        return shell && call.words().isEmpty();
    }

    private Inner su(Words words) {
        while (words.more()) {
            var option = words.option();
            if (option.isPresent()
                    && Set.of("-c", "--command").contains(option.get().name())) {
                return new Runs(option.get().value(), seat);
            }
            if (option.isEmpty()) {
                words.next();
            }
        }
        return same();
    }

    /** Where the script of {@code bash -c SCRIPT} stands; -1 if there is none. */
    private static int scriptAt(List<String> arguments) {
        for (int i = 0; i < arguments.size() && arguments.get(i).startsWith("-"); i++) {
            if (arguments.get(i).matches("-[a-z]{0,5}c")) {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean isShell() {
        return Set.of("bash", "sh", "ksh", "zsh", "ash", "dash").contains(call.program())
                && call.words().stream().skip(1).allMatch(word -> word.startsWith("-") && !word.endsWith("c"));
    }

    private void container(String program, Words words) {
        String id = words.next();
        boolean onNode = program.equals("crictl") && seat.scope().is(Scope.Kind.NODE);
        seat = onNode ? Nsenter.named("container:" + id, seat) : seat.inside("container", id);
        inner(words.rest());
    }

    private Inner ssh(Words words) {
        skipped(words);
        String target = words.next();
        skipped(words);
        String address = target.replaceFirst("^ssh://", "");
        String host = address.substring(address.lastIndexOf('@') + 1);
        boolean known = !Words.unsure(host);
        Scope scope = known ? Scope.host(host) : Scope.place(seat.here());
        List<String> rest = words.rest();
        if (rest.isEmpty()) {
            Standing standing = known ? Standing.FOLLOWED : Standing.ASSUMED;
            return new Opens(new Asked.Opens(scope, standing, "", Asked.Shell.SSH, by()));
        }
        return new Runs(
                String.join(" ", rest), new Seat(scope, known ? Standing.STATED : Standing.ASSUMED, "", seat.here()));
    }

    /** {@code virsh} and nothing but options opens its own prompt. */
    private Inner virsh(List<String> arguments) {
        Words words = skipped(new Words(arguments, Set.of("-c", "--connect", "-d", "--debug", "-e", "-k", "-K", "-l")));
        if (words.nextIs("console")) {
            seat = seat.nowhere();
            return opens(Asked.Shell.GUEST);
        }
        return words.more() ? new Bare(call, seat) : opens(Asked.Shell.VIRSH);
    }

    private Inner same() {
        return opens(Asked.Shell.SAME);
    }

    private Inner opens(Asked.Shell shell) {
        boolean followed = seat.standing() == Standing.STATED && shell != Asked.Shell.SAME;
        Standing standing = followed ? Standing.FOLLOWED : seat.standing();
        return new Opens(new Asked.Opens(seat.scope(), standing, "", shell, by()));
    }

    private String by() {
        return String.join(" ", outer.words());
    }
}
