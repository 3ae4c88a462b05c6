package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Scope;
import java.util.List;
import java.util.Set;

/** {@code nsenter}: whose network namespace a command runs in. */
final class Nsenter {

    private static final Set<String> VALUED = Set.of("-t", "--target", "-S", "--setuid", "-G", "--setgid");
    private static final Set<String> OTHER_NAMESPACES = Set.of(
            "-m",
            "-u",
            "-i",
            "-p",
            "-U",
            "-C",
            "-T",
            "-F",
            "-r",
            "-w",
            "--mount",
            "--uts",
            "--ipc",
            "--pid",
            "--user",
            "--cgroup",
            "--root",
            "--wd",
            "--no-fork",
            "--preserve-credentials");

    private Nsenter() {}

    /** @param words the command inside; none for a shell */
    record Entered(Seat seat, List<String> words) {}

    static Entered read(List<String> arguments, Seat seat) {
        Words words = new Words(arguments, VALUED);
        String target = "";
        String file = "";
        boolean net = false;
        boolean known = true;
        while (true) {
            var option = words.option();
            if (option.isEmpty()) {
                break;
            }
            switch (option.get().name()) {
                case "-t", "--target" -> target = option.get().value();
                case "-n", "--net" -> {
                    net = true;
                    file = option.get().value();
                }
                case "-a", "--all" -> net = true;
                case "-S", "-G", "--setuid", "--setgid" -> {}
                default -> known &= OTHER_NAMESPACES.contains(option.get().name());
            }
        }
        if (words.nextIs("--")) {
            words.next();
        }
        return new Entered(known ? place(target, net, file, seat) : seat.nowhere(), words.rest());
    }

    private static Seat place(String target, boolean net, String file, Seat seat) {
        if (file.matches("(/var)?/run/netns/[\\w.:-]{1,200}")) {
            return named(file.substring(file.lastIndexOf('/') + 1), seat);
        }
        String pid = file.matches("/proc/\\d{1,9}/ns/net") ? file.split("/")[2] : file.isEmpty() ? target : "";
        if (!net) {
            return target.equals("1") ? seat : seat.nowhere();
        }
        if (pid.equals("1")) {
            // in a pod, process 1 is the pod's own unless it shares the node's: nothing here tells which
            return seat.scope().is(Scope.Kind.POD) ? seat.nowhere() : seat;
        }
        return pid.matches("\\d{1,9}") ? named("pid:" + pid, seat) : seat.nowhere();
    }

    /** A named namespace of the seat: of a node by its right name, of any other place as a place of its own. */
    static Seat named(String id, Seat seat) {
        if (Words.unsure(id)) {
            return seat.nowhere();
        }
        return seat.scope().is(Scope.Kind.NODE)
                ? seat.at(
                        Scope.netns(seat.scope().name(), id)
                                .inCluster(seat.scope().cluster()),
                        seat.standing())
                : seat.inside("netns", id);
    }
}
