package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.LabName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A builder that dies after each program that it starts, and at moments between: after {@code down} nothing is left. */
class HaltedTest {

    /** Programs that the build of {@link SmallLab} starts: the same each time. */
    private static final int PROGRAMS = 17;

    private static final int MOMENTS = 30;

    /** Between moments, over all of a build; ms. */
    private static final int APART = 25;

    private static final int AT_ONCE = 3;

    @TempDir
    Path folder;

    @BeforeAll
    static void ground() {
        Ground.with(Feature.VETH, Feature.BRIDGE, Feature.OVS, Feature.ETHTOOL);
    }

    @Test
    void after_each_program() throws Exception {
        List<Callable<String>> deaths = new ArrayList<>();
        for (int program = 1; program <= PROGRAMS + 1; program++) {
            int last = program;
            deaths.add(() -> {
                LabName name = name("halted", last);
                Process builder = builder(name, last);
                String said = new String(builder.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                boolean ended = builder.waitFor(60, TimeUnit.SECONDS);
                String left = left(name);
                assertThat(ended).isTrue();
                assertThat(said.contains("up after")).as("%s: %s", name, said).isEqualTo(last > PROGRAMS);
                assertThat(builder.exitValue()).isEqualTo(last > PROGRAMS ? 0 : 137);
                return left;
            });
        }
        assertThat(all(deaths)).containsOnly("nothing");
    }

    @Test
    void at_moments_of_the_whole_build() throws Exception {
        List<Callable<String>> deaths = new ArrayList<>();
        for (int moment = 0; moment < MOMENTS; moment++) {
            int now = moment;
            deaths.add(() -> {
                LabName name = name("killed", now);
                Process builder = builder(name, 0);
                builder.inputReader(StandardCharsets.UTF_8).readLine();
                Thread.sleep((long) now * APART);
                builder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                return left(name);
            });
        }
        assertThat(all(deaths)).containsOnly("nothing");
    }

    /** Of this run alone: another may run beside it. */
    private static LabName name(String what, int number) {
        return new LabName("test-" + what + "-" + ProcessHandle.current().pid() + "-" + number + "-");
    }

    private static List<String> all(List<Callable<String>> deaths) throws Exception {
        List<String> left = new ArrayList<>();
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> one : several.invokeAll(deaths)) {
                left.add(one.get());
            }
        }
        return left;
    }

    private Process builder(LabName name, int last) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Halting.class.getName(),
                        folder.resolve(name.text()).toString(),
                        name.text(),
                        Integer.toString(last))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What stays after down. An orphan that waits for the kernel, busy freeing other labs, ends once it has its namespace. */
    private String left(LabName name) throws Exception {
        Path state = folder.resolve(name.text());
        new Labs(state).down(name);
        List<String> running = List.of();
        for (int i = 0; i < 1500; i++) {
            running = Ground.processesOf(name).stream()
                    .filter(line -> !line.contains("Halting"))
                    .toList();
            if (running.isEmpty()) {
                break;
            }
            Thread.sleep(20);
        }
        List<String> left = new ArrayList<>(running);
        if (Files.exists(state)) {
            try (Stream<Path> files = Files.list(state)) {
                files.forEach(file -> left.add(file.toString()));
            }
        }
        return left.isEmpty() ? "nothing" : String.join("; ", left);
    }
}
