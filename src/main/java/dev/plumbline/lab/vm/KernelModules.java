package dev.plumbline.lab.vm;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules of one kernel. What a module needs stands in itself: no depmod has run where a package was but unpacked. */
final class KernelModules {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]+)\\.ko(\\.xz|\\.zst|\\.gz)?");
    private static final Pattern DEPENDS = Pattern.compile("\0depends=([A-Za-z0-9_,-]*)\0");
    private static final Map<String, String> UNPACKERS = Map.of(".xz", "xz", ".zst", "zstd", ".gz", "gzip");

    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, String> packing = new TreeMap<>();

    /** @param folder /lib/modules/VERSION */
    KernelModules(Path folder) throws LabException {
        try (Stream<Path> all = Files.walk(folder.resolve("kernel"))) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    files.put(key(name.group(1)), file);
                    packing.put(
                            key(name.group(1)),
                            Optional.ofNullable(name.group(2)).orElse(""));
                }
            }
            Path inside = folder.resolve("modules.builtin");
            if (Files.isReadable(inside)) {
                for (String line : Files.readAllLines(inside)) {
                    Matcher name = NAME.matcher(line.substring(line.lastIndexOf('/') + 1));
                    if (name.matches()) {
                        packing.putIfAbsent(key(name.group(1)), "");
                    }
                }
            }
        } catch (IOException e) {
            throw new LabException(folder + " cannot be read: " + e, e);
        }
    }

    /** The kernel does not tell a hyphen from an underscore. */
    private static String key(String name) {
        return name.replace('-', '_');
    }

    /** As a file, or built in. */
    boolean has(String name) {
        return packing.containsKey(key(name));
    }

    /** Contents of these and of what they need by file name, in the order to load them; none for what is built in. */
    Map<String, byte[]> closure(List<String> names) throws LabException {
        Map<String, byte[]> order = new LinkedHashMap<>();
        for (String name : names) {
            add(key(name), order);
        }
        return order;
    }

    private void add(String name, Map<String, byte[]> order) throws LabException {
        Path file = files.get(name);
        if (file == null || order.containsKey(name + ".ko")) {
            return;
        }
        byte[] content = content(file, packing.getOrDefault(name, ""));
        for (String needed : depends(content)) {
            add(key(needed), order);
        }
        order.put(name + ".ko", content);
    }

    static List<String> depends(byte[] module) {
        Matcher found = DEPENDS.matcher(new String(module, StandardCharsets.ISO_8859_1));
        return found.find() && !found.group(1).isEmpty()
                ? List.of(found.group(1).split(","))
                : List.of();
    }

    private static byte[] content(Path file, String packing) throws LabException {
        try {
            if (packing.isEmpty()) {
                return Files.readAllBytes(file);
            }
            String program = UNPACKERS.getOrDefault(packing, "xz");
            Process process = Programs.prepare(List.of(program, "-dc", file.toString()), Map.of())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (java.io.InputStream unpacked = process.getInputStream()) {
                return unpacked.readAllBytes();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new LabException("the module " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
