package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.vm.VirtualMachines;
import dev.plumbline.lab.vm.VmOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What this machine gives to tests of the lab, and what of a lab is still on it. */
public final class Ground {

    private Ground() {}

    /** Goes on where a whole lab can be built. */
    public static void forLabs() {
        with(
                Feature.VETH,
                Feature.BRIDGE,
                Feature.TAP,
                Feature.NAT,
                Feature.OVS,
                Feature.CNI_BRIDGE,
                Feature.CNI_TUNING);
    }

    /** Goes on where the machine has these; else fails in CI, and is skipped elsewhere with what is missing. */
    public static Kernel with(Feature... wanted) {
        List<String> missing = new ArrayList<>();
        Kernel kernel = new Kernel(java.util.Map.of());
        try {
            kernel = Kernel.look();
            for (Feature feature : wanted) {
                if (!kernel.has(feature)) {
                    missing.add(feature.title() + " (" + kernel.lacks().get(feature) + ")");
                }
            }
        } catch (LabException e) {
            missing.add(e.says());
        }
        judge(missing);
        return kernel;
    }

    /** Goes on where guests can be virtual machines. */
    public static void forMachines() {
        forLabs();
        List<String> missing = new ArrayList<>();
        try {
            VirtualMachines.ready(VmOptions.of(
                    Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(""),
                    System.getProperty("user.home"),
                    VirtualMachines.MOST));
        } catch (LabException e) {
            missing.add(e.says());
        }
        judge(missing);
    }

    private static void judge(List<String> missing) {
        if (Boolean.getBoolean("plumbline.ci") || "true".equals(System.getenv("CI"))) {
            assertThat(missing).as("this machine lacks").isEmpty();
        }
        assumeTrue(missing.isEmpty(), () -> "this machine lacks " + String.join(", ", missing));
    }

    /** The processes of a lab: its anchor and what started that. */
    public static List<String> processesOf(LabName name) throws IOException {
        return processes("plumbline-lab-" + name.text());
    }

    /** The command lines of this machine's processes that hold a text. */
    public static List<String> processes(String text) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .map(Ground::commandLine)
                    .filter(line -> line.contains(text))
                    .toList();
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
        } catch (IOException _) {
            return "";
        }
    }
}
