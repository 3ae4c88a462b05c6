package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.ProcessIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A builder that is killed outright, at every stage and at moments between: after {@code down} nothing is left. */
class SuddenDeathTest {

    private static final LabName LAB = new LabName("test-sudden-death");

    @TempDir
    Path state;

    @BeforeAll
    static void ground() {
        Ground.with(Feature.VETH, Feature.BRIDGE, Feature.OVS);
    }

    @AfterEach
    void down() throws LabException {
        new Labs(state).down(LAB);
    }

    private Process builder(String stop) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Upping.class.getName(),
                        state.toString(),
                        LAB.text(),
                        stop)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void await(Process builder, String word) throws IOException {
        BufferedReader said = builder.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(word)) {
                return;
            }
        }
        throw new AssertionError("the builder never said " + word);
    }

    private static void kill(Process builder) throws InterruptedException {
        builder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** Up to its last word the lab even ends by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"started", "anchored", "namespaces", "links", "daemons"})
    void killed_at_a_stage(String stage) throws Exception {
        Process builder = builder(stage);
        await(builder, stage);
        Optional<ProcessIdentity> anchor = new LabFolder(state, LAB).anchor();
        kill(builder);
        assertNothingRuns();
        new Labs(state).down(LAB);
        assertNothingIsLeft(anchor);
    }

    /** Moments after the start in milliseconds, over all of a build's half second. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 20, 35, 50, 80, 120, 170, 230, 300, 400, 550})
    void killed_at_a_moment(int moment) throws Exception {
        Process builder = builder("");
        await(builder, "started");
        Thread.sleep(moment);
        kill(builder);
        Optional<ProcessIdentity> anchor = new LabFolder(state, LAB).anchor();
        new Labs(state).down(LAB);
        assertNothingRuns();
        assertNothingIsLeft(anchor);
    }

    @Test
    void a_finished_lab_outlives_its_builder_until_it_is_taken_down() throws Exception {
        Process builder = builder("");
        await(builder, "up");
        assertThat(builder.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Labs labs = new Labs(state);
        Anchor anchor = labs.standing(LAB);
        assertThat(anchor.run(new Netns("node.w"), List.of("ip", "-o", "link"), "")
                        .out())
                .contains("br-x");
        labs.down(LAB);
        assertNothingRuns();
        assertNothingIsLeft(Optional.of(anchor.identity()));
    }

    private static void assertNothingRuns() throws Exception {
        List<String> running = List.of();
        for (int i = 0; i < 1500; i++) {
            running = Stream.concat(Ground.processesOf(LAB).stream(), Ground.processes("openvswitch/node.w").stream())
                    .filter(line -> !line.contains("Upping"))
                    .toList();
            if (running.isEmpty()) {
                return;
            }
            Thread.sleep(20);
        }
        assertThat(running).isEmpty();
    }

    private void assertNothingIsLeft(Optional<ProcessIdentity> anchor) throws IOException {
        assertThat(anchor.filter(ProcessIdentity::alive)).isEmpty();
        if (anchor.isPresent()) {
            assertThat(Ground.processes("--target " + anchor.get().pid() + " ")).isEmpty();
        }
        try (Stream<Path> files = Files.list(state)) {
            assertThat(files).isEmpty();
        }
    }
}
