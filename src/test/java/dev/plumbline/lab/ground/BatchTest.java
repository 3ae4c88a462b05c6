package dev.plumbline.lab.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

    private static final Origin LINE = new Origin("networks.yaml", "", 12, "", "bridge: br-lan");

    @Test
    void a_failure_is_told_as_the_operation_that_failed_with_the_manifests_line() {
        Batch batch = new Batch()
                .add("link add dev br-lan type bridge")
                .add("link set dev veth1 master br-lan", Optional.of(LINE));
        Output output = new Output(
                List.of("ip"), 1, "", "RTNETLINK answers: Device or resource busy\nCommand failed -:2\n", false);
        assertThat(batch.failure("node.w", output))
                .hasMessage("networks.yaml:12: in node.w: ip link set dev veth1 master br-lan:"
                        + " Device or resource busy");
    }

    @Test
    void other_words_of_the_program_are_told_as_they_are() {
        Output output = new Output(List.of("ip"), 255, "", "nsenter: cannot open it\n", false);
        assertThat(new Batch().add("link").failure("node.w", output)).hasMessage("in node.w: nsenter: cannot open it");
    }

    /** A batch knows quotes, comments and continuation lines. */
    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\nlink del dev b", "a#b", "a'b", "a\"b", "a\\", "", "-all", "a\tb", "\u00e9"})
    void a_name_can_never_become_another_command(String name) {
        assertThatThrownBy(() -> new Operation(List.of("link", "set", "dev", name), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void in_a_script_the_place_is_told_too() {
        Script script = new Script(List.of(
                new Visit(new Netns("node.w")).links(new Batch().add("link set dev lo up")),
                new Visit(new Netns("pod.p"))
                        .links(new Batch().add("link").add("link set dev net1 up", Optional.of(LINE)))));
        Output output = new Output(
                List.of("xargs"), 123, "", "Cannot find device \"net1\"\nCommand failed /run/lab/1.ip:2\n", false);
        assertThat(script.failure(output))
                .hasMessage("networks.yaml:12: in pod.p: ip link set dev net1 up: Cannot find device \"net1\"");
    }
}
