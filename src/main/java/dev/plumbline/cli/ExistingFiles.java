package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a machine that os-net-config would look at before it writes, copied into a folder under their paths. */
final class ExistingFiles {

    private static final String SCRIPTS = "etc/sysconfig/network-scripts";
    private static final List<String> ALONE =
            List.of("etc/iproute2/rt_tables", "etc/sysconfig/ivs", "etc/sysconfig/nfvswitch", "etc/vpp/startup.conf");
    /** Bytes of one file, and how many; real ones are some hundred of some hundred bytes. */
    private static final int LARGEST = 1 << 20;

    private static final int MOST = 10_000;

    private ExistingFiles() {}

    /** By absolute path on the machine. Links are not followed. */
    static Map<String, String> in(String folder) throws Refusal {
        Map<String, String> files = new HashMap<>();
        try {
            Path root = Path.of(folder);
            if (!Files.isDirectory(root)) {
                throw unreadable(folder + ": no such folder");
            }
            for (String path : ALONE) {
                take(root.resolve(path), "/" + path, files);
            }
            Path scripts = root.resolve(SCRIPTS);
            if (Files.isDirectory(scripts, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> all = Files.newDirectoryStream(scripts)) {
                    for (Path file : all) {
                        take(file, "/" + SCRIPTS + "/" + file.getFileName(), files);
                    }
                }
            }
        } catch (InvalidPathException | IOException unread) {
            throw unreadable(folder + ": may not be read");
        }
        return files;
    }

    private static void take(Path file, String path, Map<String, String> files) throws IOException, Refusal {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST || files.size() >= MOST) {
                throw unreadable(file + ": larger than 1 MiB, or one file too many");
            }
            files.put(path, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static Refusal unreadable(String message) {
        return new Refusal(ExitCode.UNREACHABLE, message, List.of());
    }
}
