package dev.plumbline.lab;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of this machine a lab could change, as text to compare. */
public final class Hosts {

    private static final List<List<String>> SHOWN = List.of(
            List.of("ip", "-o", "-d", "link"),
            List.of("ip", "-o", "addr"),
            List.of("ip", "-4", "route", "show", "table", "all"),
            List.of("ip", "-6", "route", "show", "table", "all"),
            List.of("ip", "rule"),
            List.of("ip", "-6", "rule"),
            List.of("nft", "list", "ruleset"),
            List.of("bridge", "vlan"),
            List.of("sysctl", "-a", "--pattern", "^net\\."));

    /** Folders in which others keep what they run: none may gain or lose a file. */
    private static final List<String> FOLDERS = List.of(
            "/run/netns",
            "/run/lab",
            "/run/cni",
            "/run/openvswitch",
            "/run/libvirt",
            "/etc/cni",
            "/etc/netns",
            "/etc/openvswitch",
            "/etc/libvirt",
            "/var/lib/cni",
            "/var/lib/openvswitch",
            "/var/lib/libvirt");

    private Hosts() {}

    public static Map<String, String> state() throws LabException, IOException {
        Map<String, String> state = new TreeMap<>();
        for (List<String> command : SHOWN) {
            String said =
                    Programs.run(command, Map.of(), "", Duration.ofSeconds(30)).out();
            // Lifetimes and counters go on by themselves.
            state.put(
                    String.join(" ", command),
                    said.lines()
                            .map(line -> line.replaceAll("(valid_lft|preferred_lft|expires) \\S+", ""))
                            .filter(line -> !line.contains("conntrack_count") && !line.contains("_key ="))
                            .collect(Collectors.joining("\n")));
        }
        state.put("mounts", Files.readString(Path.of("/proc/self/mountinfo")));
        for (String folder : FOLDERS) {
            state.put(folder, files(Path.of(folder)));
        }
        return state;
    }

    private static String files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "none";
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining("\n"));
        }
    }
}
