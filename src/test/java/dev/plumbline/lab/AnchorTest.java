package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labs with nothing in them: how they begin, live beside each other, and end. */
class AnchorTest {

    private static final LabName ONE = new LabName("test-one");
    private static final LabName TWO = new LabName("test-two");

    @TempDir
    Path state;

    @BeforeAll
    static void namespaces() {
        Ground.with(Feature.VETH);
    }

    private static final List<String> LINKS = List.of("ip", "-o", "link");

    @Test
    void two_labs_stand_side_by_side_and_see_neither_each_other_nor_the_host() throws Exception {
        Labs labs = new Labs(state);
        String host = hostLinks();
        try {
            labs.up(ONE, anchor -> with(anchor, "link add dev same type veth peer name one"));
            labs.up(TWO, anchor -> with(anchor, "link add dev same type veth peer name two"));
            assertThat(labs.names()).containsExactly(ONE, TWO);
            assertThat(labs.standing(ONE).run(LINKS, "").out())
                    .contains("one@same")
                    .doesNotContain("two", "eth0");
            assertThat(labs.standing(TWO).run(LINKS, "").out()).contains("two@same");
            assertThat(labs.down(ONE)).isTrue();
            assertThat(labs.standing(TWO).run(LINKS, "").out()).contains("two@same");
        } finally {
            labs.down(ONE);
            labs.down(TWO);
        }
        assertThat(labs.down(ONE)).isFalse();
        assertThat(Ground.processesOf(ONE)).isEmpty();
        assertThat(Ground.processesOf(TWO)).isEmpty();
        assertThat(files(state)).isEmpty();
        assertThat(hostLinks()).isEqualTo(host);
    }

    private static String hostLinks() throws IOException {
        return Files.readString(Path.of("/proc/net/dev")).replaceAll("(?m):.*$", "");
    }

    private static String with(Anchor anchor, String operation) throws LabException {
        new Batch().add(operation).run(anchor);
        return "{}";
    }

    @Test
    void a_second_lab_of_one_name_is_refused_and_harms_the_first_not() throws Exception {
        Labs labs = new Labs(state);
        try {
            labs.up(ONE, _ -> "{}");
            assertThatThrownBy(() -> labs.up(ONE, _ -> "{}"))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("lab test-one stands already");
            assertThat(labs.standing(ONE).alive()).isTrue();
        } finally {
            labs.down(ONE);
        }
    }

    @Test
    void what_fails_while_it_is_built_leaves_nothing() throws Exception {
        Labs labs = new Labs(state);
        assertThatThrownBy(() -> labs.up(ONE, anchor -> with(anchor, "link set dev nothing up")))
                .isInstanceOf(LabException.class)
                .hasMessage("in the lab: ip link set dev nothing up: Cannot find device \"nothing\"");
        assertThat(Ground.processesOf(ONE)).isEmpty();
        assertThat(files(state)).isEmpty();
    }

    @Test
    void a_process_that_only_has_the_anchors_number_is_never_killed() throws Exception {
        LabFolder folder = new LabFolder(state, ONE);
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            folder.claim().orElseThrow().close();
            ProcessIdentity now = ProcessIdentity.of(stranger.pid()).orElseThrow();
            folder.anchor(new ProcessIdentity(now.pid(), now.start() - 1, now.boot()));
            assertThat(new Labs(state).down(ONE)).isTrue();
            folder.claim().orElseThrow().close();
            folder.anchor(new ProcessIdentity(now.pid(), now.start(), "another-boot".replaceAll("[^0-9a-f-]", "0")));
            assertThat(new Labs(state).down(ONE)).isTrue();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void the_lab_cannot_write_to_the_hosts_files() throws Exception {
        Labs labs = new Labs(state);
        try {
            labs.up(ONE, anchor -> {
                Path file = state.resolve("touched");
                assertThat(anchor.run(List.of("touch", file.toString()), "").fine())
                        .isEqualTo(!Anchor.isRoot());
                assertThat(anchor.run(List.of("touch", "/run/touched"), "").fine())
                        .isTrue();
                return "{}";
            });
            assertThat(Path.of("/run/touched")).doesNotExist();
        } finally {
            labs.down(ONE);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }
}
