package dev.plumbline.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The process's surroundings.
 *
 * @param outTerminal whether {@code out} is a terminal
 */
public record Surroundings(
        Writer out, Writer err, boolean outTerminal, boolean errTerminal, Map<String, String> environment) {

    static Surroundings ofProcess() {
        return new Surroundings(
                writer(FileDescriptor.out), writer(FileDescriptor.err), terminal(1), terminal(2), System.getenv());
    }

    /** Not System.out: it swallows the error of a closed pipe, and goes on writing for minutes. */
    private static Writer writer(FileDescriptor descriptor) {
        return new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Java tells of standard input and output only together; the kernel tells of each. */
    private static boolean terminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noProc) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    boolean set(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
