package dev.plumbline.lab.ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one process that a lab hangs on: the first of a pid namespace, in mount and network namespaces of its own. With it
 * go all processes and devices of the lab. Until it is told to stay it ends with the process that started it.
 */
public final class Anchor {

    /**
     * Without any input in it. The file systems are read-only inside: what runs in a guest of the lab is still this
     * machine's. A read that meets the end of its pipe, because the builder died, ends the anchor. The loop collects
     * orphans: wait takes in every child that has ended.
     */
    private static final String INIT = """
            set -e
            mount -t tmpfs -o mode=755 plumbline /run
            mkdir -p /run/netns /run/lock /run/lab
            while read -r _ _ _ _ at options _; do
                case $at,$options in
                    /proc*|/sys*|/dev*|/run*|*,ro,*) ;;
                    *,rw*) mount -o remount,bind,ro "$at" 2>/dev/null || : ;;
                esac
            done </proc/self/mountinfo
            mount -t tmpfs -o mode=1777 plumbline /tmp
            ip link set dev lo up
            echo ready
            read -r word || exit 0
            [ "$word" = keep ] || exit 0
            echo kept
            set +e
            exec </dev/null >/dev/null 2>&1
            while :; do
                sleep 86400 &
                wait $!
            done
            """;

    /** The kernel frees a dead lab's bridges at some 15 ms each, and makes no namespace meanwhile. */
    private static final Duration START = Duration.ofSeconds(120);

    private static final Duration COMMAND = Duration.ofMinutes(15);
    private static final Duration END = Duration.ofSeconds(60);

    private final ProcessIdentity init;
    private final Optional<Process> starter;

    private Anchor(ProcessIdentity init, Optional<Process> starter) {
        this.init = init;
        this.starter = starter;
    }

    /**
     * Starts one; it ends with this process unless {@link #keep} is called.
     *
     * @param name what a listing of processes shows it as
     */
    public static Anchor start(LabName name) throws LabException {
        List<String> command = new ArrayList<>(List.of("setsid", "unshare", "-m", "-n", "-p"));
        if (!isRoot()) {
            command.addAll(List.of("-U", "-r"));
        }
        command.addAll(List.of("-f", "--kill-child", "--mount-proc", "sh", "-c", INIT, "plumbline-lab-" + name));
        Process starter;
        try {
            starter = Programs.prepare(command, Map.of()).start();
        } catch (IOException e) {
            throw new LabException("unshare cannot be run: " + e.getMessage(), e);
        }
        try {
            if (!heard(starter, "ready")) {
                throw new LabException("no namespaces of our own: " + complaint(starter) + mend());
            }
            ProcessIdentity init = starter.toHandle()
                    .children()
                    .findFirst()
                    .flatMap(child -> ProcessIdentity.of(child.pid()))
                    .orElseThrow(() -> new LabException("the anchor has died: " + complaint(starter)));
            return new Anchor(init, Optional.of(starter));
        } catch (LabException e) {
            starter.destroyForcibly();
            throw e;
        }
    }

    /** The one of a lab that stands; empty where it is dead. */
    public static Optional<Anchor> of(ProcessIdentity init) {
        return init.alive() ? Optional.of(new Anchor(init, Optional.empty())) : Optional.empty();
    }

    public ProcessIdentity identity() {
        return init;
    }

    public boolean alive() {
        return init.alive();
    }

    /** From now on it outlives this process. */
    public void keep() throws LabException {
        Process process = starter.orElseThrow(() -> new LabException("this anchor stands already"));
        try {
            process.getOutputStream().write("keep\n".getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new LabException("the anchor has died", e);
        }
        if (!heard(process, "kept")) {
            throw new LabException("the anchor has died");
        }
    }

    /** Kills it, and waits until all of its processes have gone. The kernel frees their devices after that. */
    public void end() throws LabException {
        Optional<ProcessHandle> handle = ProcessHandle.of(init.pid());
        if (handle.isPresent() && init.alive()) {
            handle.get().destroyForcibly();
        }
        long deadline = System.nanoTime() + END.toNanos();
        while (init.alive()) {
            if (System.nanoTime() > deadline) {
                throw new LabException("the anchor, process " + init.pid() + ", does not end");
            }
            pause();
        }
        starter.ifPresent(Process::destroyForcibly);
    }

    private static void pause() throws LabException {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while a lab was being ended", e);
        }
    }

    /** The argument list that runs a program in the lab's own network namespace. */
    public List<String> entering(List<String> command) {
        return entering("/proc/" + init.pid() + "/ns/net", command);
    }

    /** The same in one of its named network namespaces. */
    public List<String> entering(Netns place, List<String> command) {
        return entering(inside("/run/netns/" + place.name()).toString(), command);
    }

    private List<String> entering(String net, List<String> command) {
        List<String> whole = new ArrayList<>(
                List.of("nsenter", "--target", Long.toString(init.pid()), "--mount", "--pid", "--net=" + net));
        if (!sameUser()) {
            whole.addAll(List.of("--user", "--preserve-credentials"));
        }
        whole.add("--");
        whole.addAll(command);
        return whole;
    }

    /** A file of the lab's, as seen from outside. */
    public Path inside(String path) {
        return Path.of("/proc/" + init.pid() + "/root" + path);
    }

    private boolean sameUser() {
        try {
            Path own = Files.readSymbolicLink(Path.of("/proc/self/ns/user"));
            return own.equals(Files.readSymbolicLink(Path.of("/proc", Long.toString(init.pid()), "ns", "user")));
        } catch (IOException _) {
            return isRoot();
        }
    }

    public Output run(List<String> command, String input) throws LabException {
        return checked(entering(command), Map.of(), input);
    }

    public Output run(Netns place, List<String> command, String input) throws LabException {
        return run(place, command, Map.of(), input);
    }

    public Output run(Netns place, List<String> command, Map<String, String> environment, String input)
            throws LabException {
        return checked(entering(place, command), environment, input);
    }

    private Output checked(List<String> command, Map<String, String> environment, String input) throws LabException {
        Output output = Programs.run(command, environment, input, COMMAND);
        if (!output.fine() && !init.alive()) {
            throw new LabException("the lab has been taken down meanwhile");
        }
        return output;
    }

    public static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    private static String mend() {
        return isRoot() ? "" : "; without root the kernel has to let users have namespaces (user.max_user_namespaces)";
    }

    private static String complaint(Process process) {
        try {
            process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
            byte[] said = process.getErrorStream().readNBytes(2_000);
            return new Output(List.of(), 1, "", new String(said, StandardCharsets.UTF_8), false).complaint();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static boolean heard(Process process, String word) throws LabException {
        CompletableFuture<Boolean> line = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
                line.complete(word.equals(said.readLine()));
            } catch (IOException _) {
                line.complete(false);
            }
        });
        try {
            return line.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while a lab was being started", e);
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
