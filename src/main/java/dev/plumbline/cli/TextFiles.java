package dev.plumbline.cli;

import dev.plumbline.systems.osnetconfig.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Files of os-net-config that a command line names, each read whole. */
record TextFiles(Call call) {

    /** Bytes. os-net-config's own files have some thousand. */
    private static final int LARGEST = 16 << 20;

    /** Whether it is a file of a size that is read whole, or standard input; anything else may yet be a source. */
    boolean isText(String name) {
        if (name.equals("-")) {
            return true;
        }
        try {
            Path path = Path.of(name);
            return !Files.isDirectory(path) && Files.isReadable(path) && Files.size(path) <= LARGEST;
        } catch (InvalidPathException | IOException noFile) {
            return false;
        }
    }

    YamlFile read(String name) throws Refusal {
        // Bytes that are no UTF-8 become U+FFFD.
        return YamlFile.of(name, new String(bytes(name), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String name) throws Refusal {
        try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refusal(ExitCode.UNREACHABLE, name + ": larger than 16 MiB", List.of());
            }
            return bytes;
        } catch (InvalidPathException | IOException unread) {
            boolean there = !(unread instanceof NoSuchFileException) && !(unread instanceof InvalidPathException);
            throw new Refusal(
                    ExitCode.UNREACHABLE, name + ": " + (there ? "may not be read" : "no such file"), List.of());
        }
    }

    /** What a machine has already, by absolute path. @param option one of the command's own, whose value is a folder */
    Map<String, String> existing(String option) throws Refusal {
        String folder = call.options().own().getOrDefault(option, "");
        return folder.isEmpty() ? Map.of() : ExistingFiles.in(folder);
    }

    /** @param option one of the command's own, whose value names the file */
    <T> T readIfGiven(String option, Function<YamlFile, T> reader, T none) throws Refusal {
        Optional<String> name = Optional.ofNullable(call.options().own().get(option));
        return name.isPresent() ? reader.apply(read(name.get())) : none;
    }
}
