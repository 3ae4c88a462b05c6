package dev.plumbline.lab.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs programs of this machine by argument list, with an environment of our own, bounded in time and output. */
public final class Programs {

    /** Also for users whose PATH leaves out the folders of network tools, as Debian's does. */
    private static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin";

    private static final int KEPT = 32 << 20;

    private Programs() {}

    /** Where the program lies that a name stands for; empty where it is not installed. */
    public static Optional<Path> find(String name) {
        return Arrays.stream(PATH.split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static ProcessBuilder prepare(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        builder.directory(Path.of("/").toFile());
        return builder;
    }

    /** @throws LabException where it cannot be started or does not end in time; its exit code is the caller's to judge */
    public static Output run(List<String> command, Map<String, String> environment, String input, Duration patience)
            throws LabException {
        Process process;
        try {
            process = prepare(command, environment).start();
        } catch (IOException e) {
            throw new LabException(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        }
        CompletableFuture<Kept> out = reading(process.getInputStream());
        CompletableFuture<Kept> err = reading(process.getErrorStream());
        Thread.ofVirtual().start(() -> feed(process, input));
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LabException(
                        String.join(" ", command) + " has not ended within " + patience.toSeconds() + " s");
            }
            // A daemon may hold the pipe open: what it says later belongs to no one.
            Kept said = out.completeOnTimeout(Kept.NONE, 2, TimeUnit.SECONDS).join();
            Kept complained =
                    err.completeOnTimeout(Kept.NONE, 2, TimeUnit.SECONDS).join();
            return new Output(
                    command, process.exitValue(), said.text(), complained.text(), said.cut() || complained.cut());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while waiting for " + command.getFirst(), e);
        } finally {
            end(process);
        }
    }

    /** nsenter waits for the program that it started: both have to end. */
    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void feed(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended before it had read all: its exit code and its words say why.
        }
    }

    private record Kept(String text, boolean cut) {
        static final Kept NONE = new Kept("", true);
    }

    private static CompletableFuture<Kept> reading(InputStream stream) {
        CompletableFuture<Kept> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                byte[] bytes = stream.readNBytes(KEPT);
                boolean cut = stream.skip(Long.MAX_VALUE) > 0;
                result.complete(new Kept(new String(bytes, StandardCharsets.UTF_8), cut));
            } catch (IOException _) {
                result.complete(Kept.NONE);
            }
        });
        return result;
    }
}
