package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.tap.Pump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example with real taps shows what it shows with pairs in their place. */
class LabGuestTest extends LabLines {

    private static final String EXAMPLE = "examples/seed-environment";
    private static final String NAME = "test-guest";
    private static final List<String> NAMES = List.of(NAME + "-pairs", NAME + "-taps");
    private static final String PING =
            "for i in 1 2 3 4 5 6 7 8 9 10; do ping -q -c 1 -W 1 -M do -s $2 $1 >/dev/null && exit 0; done; exit 1";

    private static final int TRIES = 8;

    @BeforeAll
    static void ground() {
        Ground.forLabs();
    }

    @AfterEach
    void down() {
        NAMES.forEach(name -> plumbline("lab", "down", "--name", name));
    }

    private String told(String... words) {
        assertThat(plumbline(words)).as(err.toString()).isIn(0, 1);
        return out.toString();
    }

    /** A capture on which check finds that many errors: the kernel tells of carriers some time after they come and go. */
    private String captured(String name, int errors) {
        for (int i = 0; ; i++) {
            String seen =
                    folder.resolve("seen-" + name + "-" + errors + "-" + i).toString();
            done(name, "capture", "--dest", seen);
            if (i == TRIES || told("check", seen).startsWith(errors + " error")) {
                return seen;
            }
        }
    }

    private void done(String name, String... words) {
        assertThat(lab(name, words)).as(String.join(" ", words) + ": " + err).isZero();
    }

    private String settled(String name) {
        return captured(name, 0);
    }

    private static Stream<ProcessHandle> pumps(ProcessHandle of) {
        return of.children()
                .filter(child -> child.info().commandLine().orElse("").contains(Pump.class.getName()));
    }

    @Test
    void a_lab_of_taps_is_the_lab_of_pairs() throws Exception {
        String pairs = NAMES.getFirst();
        String taps = NAMES.getLast();
        done(pairs, "up", EXAMPLE, "--wiring", "direct");
        done(taps, "up", EXAMPLE, "--wiring", "direct", "--guest", "tap");
        for (String gateway : List.of("172.22.0.1", "172.17.0.1", "172.19.0.1", "10.0.0.1")) {
            done(taps, "exec", "controller-0", "--", "sh", "-c", PING, "ping", gateway, "1472");
        }
        for (String gateway : List.of("172.18.0.1", "172.20.0.1")) {
            done(taps, "exec", "controller-0", "--", "sh", "-c", PING, "ping", gateway, "8972");
        }
        String pairsSeen = settled(pairs);
        String tapsSeen = settled(taps);
        assertThat(plumbline("diff", pairsSeen, tapsSeen)).as(out.toString()).isZero();
        assertThat(told("check", tapsSeen)).isEqualTo(told("check", pairsSeen));
        assertThat(lines(tapsSeen)).contains("7 NICs: 6 proven, 1 inferred").isEqualTo(lines(pairsSeen));
        assertThat(podLinks(Path.of(tapsSeen))).contains("\"persist\":true");

        long anchor = Long.parseLong(Files.readString(folder.resolve("state/plumbline/labs/" + taps + "/anchor"))
                .split(" ", 2)[0]);
        for (ProcessHandle pump : pumps(ProcessHandle.of(anchor).orElseThrow()).toList()) {
            pump.destroyForcibly();
            pump.onExit().get(10, TimeUnit.SECONDS);
        }
        // Those in the guest and in the pod, and the one bridge that has no other port.
        String dead = captured(taps, 15);
        assertThat(told("check", dead)).contains("link-down  tap1 has no carrier", "link-down  tap6 has no carrier");
        done(taps, "down");
        assertThat(folder.resolve("state/plumbline/labs/" + taps)).doesNotExist();
    }

    /** The map without what speaks of interfaces by number, which the kernel gives. */
    private String lines(String source) {
        return told("map", source)
                .lines()
                .filter(line -> !line.startsWith("Others: ") && !line.startsWith("Read "))
                .collect(Collectors.joining("\n"));
    }

    private static String podLinks(Path capture) throws Exception {
        try (Stream<Path> files = Files.walk(capture.resolve("pods"))) {
            Path links = files.filter(
                            file -> file.toString().contains("virt-launcher") && file.endsWith("ip_-j_-d_link"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(links);
        }
    }

    @Test
    void another_word_is_refused() {
        assertThat(plumbline("lab", "--name", NAME, "--guest", "metal", "up", EXAMPLE))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--guest metal: expected netns, tap or vm");
    }
}
