package dev.plumbline.lab.vm;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Output;
import dev.plumbline.lab.ground.Programs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guest's first file system, which is all it has: busybox, and programs of this machine with the libraries that they load,
 * so that a guest answers as other places do.
 */
final class GuestImage {

    /** Without busybox, and without what a command in a guest would miss least. */
    static final List<String> PROGRAMS = List.of("ip", "bridge", "ping");

    private static final List<String> WELCOME = List.of("ethtool", "arping", "tcpdump", "iperf3", "ss");

    static final List<String> SWITCH_PROGRAMS =
            List.of("ovsdb-tool", "ovsdb-server", "ovs-vswitchd", "ovs-vsctl", "unshare");
    private static final List<String> SWITCH_WELCOME = List.of("ovs-ofctl", "ovs-appctl");

    private static final Pattern LIBRARY = Pattern.compile("(?:.*=> )?(/\\S+) \\(0x[0-9a-f]+\\)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KernelModules modules;
    private final Map<String, Path> files = new TreeMap<>();

    /** @param switches whether Open vSwitch's programs go into it */
    GuestImage(KernelModules modules, boolean switches) throws LabException {
        this.modules = modules;
        List<String> programs = new ArrayList<>(PROGRAMS);
        programs.addAll(WELCOME);
        if (switches) {
            programs.addAll(SWITCH_PROGRAMS);
            programs.addAll(SWITCH_WELCOME);
        }
        for (String program : programs) {
            Optional<Path> found = Programs.find(program);
            if (found.isPresent()) {
                program("usr/bin/" + program, found.get());
            }
        }
        program("bin/sh", Path.of("/bin/sh"));
        program(
                "bin/busybox",
                Programs.find("busybox").orElseThrow(() -> new LabException("busybox is not installed")));
    }

    private void program(String inside, Path program) throws LabException {
        files.put(inside, program);
        Output said = Programs.run(List.of("ldd", program.toString()), Map.of(), "", PATIENCE);
        // A program that is linked statically has no list, and ldd says so by its exit code.
        libraries(said.out()).forEach(library -> files.put(library.substring(1), Path.of(library)));
    }

    /** Paths in what ldd prints. */
    static List<String> libraries(String said) {
        return said.lines()
                .map(line -> LIBRARY.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    /**
     * Writes it for one guest.
     *
     * @param configuration files under /lab by name
     * @param own more files, by path
     * @param wanted modules, beside those that all guests need
     */
    void write(Path image, Map<String, String> configuration, Map<String, String> own, List<String> wanted)
            throws LabException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(image))) {
            Cpio cpio = new Cpio(out);
            for (String folder : List.of("proc", "sys", "dev", "run", "tmp", "root", "etc", "var")) {
                cpio.folder(folder);
            }
            cpio.file("init", own("init"), true);
            cpio.file("lab/agent", own("agent"), false);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                cpio.file(file.getKey(), file.getValue(), true);
            }
            for (Map.Entry<String, String> file : configuration.entrySet()) {
                cpio.file("lab/" + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8), false);
            }
            for (Map.Entry<String, String> file : own.entrySet()) {
                cpio.file(file.getKey().substring(1), file.getValue().getBytes(StandardCharsets.UTF_8), false);
            }
            List<String> names = new ArrayList<>(GuestKernel.NEEDED);
            names.addAll(wanted);
            Map<String, byte[]> order = modules.closure(names);
            for (Map.Entry<String, byte[]> module : order.entrySet()) {
                cpio.file("lab/modules/" + module.getKey(), module.getValue(), false);
            }
            String list = String.join("\n", order.keySet()) + (order.isEmpty() ? "" : "\n");
            cpio.file("lab/modules/order", list.getBytes(StandardCharsets.UTF_8), false);
            if (files.containsKey("usr/bin/ovsdb-tool")) {
                Path schema = dev.plumbline.lab.ground.Kernel.OVS_SCHEMA;
                cpio.file(schema.toString().substring(1), schema, false);
            }
            cpio.end();
        } catch (IOException e) {
            throw new LabException("a guest's image cannot be written: " + e, e);
        }
    }

    private static byte[] own(String name) throws IOException {
        try (InputStream text = GuestImage.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IOException("this program lacks its file " + name);
            }
            return text.readAllBytes();
        }
    }
}
