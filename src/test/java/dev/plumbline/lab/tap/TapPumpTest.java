package dev.plumbline.lab.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.Pings;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two taps of a pod, each with its NIC in a guest. */
class TapPumpTest {

    private static final LabName LAB = new LabName("test-tap-pump");
    private static final Netns POD = new Netns("pod.shop.web");
    private static final Netns GUEST = new Netns("guest.shop.web");
    private static final TapPair FIRST = new TapPair(POD, "tap0", GUEST, "enp1s0");
    private static final TapPair SECOND = new TapPair(POD, "tap1", GUEST, "enp2s0");

    @TempDir
    Path state;

    private Anchor anchor;

    @BeforeAll
    static void ground() {
        Ground.with(Feature.TAP);
    }

    @BeforeEach
    void up() throws LabException {
        Labs labs = new Labs(state);
        labs.up(LAB, raised -> {
            new Batch().add("netns add " + POD).add("netns add " + GUEST).run(raised);
            TapPump.start(raised, List.of(FIRST, SECOND));
            new Batch()
                    .add("link set dev tap0 up mtu 65521")
                    .add("link set dev tap1 up")
                    .add("addr add 192.0.2.1/25 dev tap0")
                    .add("addr add 192.0.2.129/25 dev tap1")
                    .run(raised, POD);
            new Batch()
                    .add("link set dev enp1s0 up mtu 65521")
                    .add("link set dev enp2s0 up")
                    .add("addr add 192.0.2.2/25 dev enp1s0")
                    .add("addr add 192.0.2.130/25 dev enp2s0")
                    .run(raised, GUEST);
            return "{}";
        });
        anchor = labs.standing(LAB);
    }

    @AfterEach
    void down() throws Exception {
        List<ProcessHandle> pumps = pumps().toList();
        new Labs(state).down(LAB);
        assertThat(pumps).noneMatch(ProcessHandle::isAlive);
    }

    private ProcessHandle pump() {
        return pumps().findFirst().orElseThrow();
    }

    private Stream<ProcessHandle> pumps() {
        return ProcessHandle.of(anchor.identity().pid()).stream()
                .flatMap(ProcessHandle::children)
                .filter(child -> child.info().commandLine().orElse("").contains(Pump.class.getName()));
    }

    private String link(Netns place, String device) throws LabException {
        return anchor.run(place, List.of("ip", "-d", "link", "show", "dev", device), "")
                .out();
    }

    /** In clock ticks. */
    private static long worked(ProcessHandle process) throws Exception {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    @Test
    void frames_of_any_size_arrive_and_a_sleeping_pump_does_nothing() throws Exception {
        assertThat(Pings.arrive(anchor, GUEST, "192.0.2.1", 56)).isTrue();
        assertThat(Pings.arrive(anchor, POD, "192.0.2.2", 65_521 - 28)).isTrue();
        assertThat(Pings.arrive(anchor, GUEST, "192.0.2.129", 1472)).isTrue();
        assertThat(link(POD, "tap0")).contains("LOWER_UP", "tun type tap pi off");
    }

    @Test
    void the_taps_of_a_dead_pump_stay_without_a_carrier() throws Exception {
        assertThat(link(GUEST, "enp1s0")).contains("LOWER_UP").doesNotContain("NO-CARRIER");
        ProcessHandle pump = pump();
        pump.destroyForcibly();
        pump.onExit().get(10, TimeUnit.SECONDS);
        assertThat(link(POD, "tap0")).contains("NO-CARRIER");
        assertThat(link(GUEST, "enp1s0")).contains("NO-CARRIER");
    }

    @Test
    void a_tap_that_goes_takes_no_other_with_it_and_no_time() throws Exception {
        assertThat(Pings.arrive(anchor, GUEST, "192.0.2.1", 56)).isTrue();
        assertThat(Pings.arrive(anchor, GUEST, "192.0.2.129", 56)).isTrue();
        new Batch().add("link del dev tap0").run(anchor, POD);
        assertThat(Pings.arrive(anchor, GUEST, "192.0.2.129", 56)).isTrue();
        long before = worked(pump());
        Thread.sleep(500);
        assertThat(worked(pump()) - before).isLessThan(10);
    }

    @Test
    void what_the_kernel_refuses_is_told() throws Exception {
        new Labs(state).down(LAB);
        Labs labs = new Labs(state);
        assertThatThrownBy(() -> labs.up(LAB, raised -> {
                    new Batch()
                            .add("netns add " + POD)
                            .add("netns add " + GUEST)
                            .run(raised);
                    TapPump.start(raised, List.of(FIRST, FIRST));
                    return "{}";
                }))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("tap tap0: error 16 of the kernel");
    }
}
