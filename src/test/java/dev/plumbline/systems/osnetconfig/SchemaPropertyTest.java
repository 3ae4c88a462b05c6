package dev.plumbline.systems.osnetconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaPropertyTest {

    private static final List<String> PIECES = List.of(
            "type: ",
            "name: ",
            "members: ",
            "addresses: ",
            "routes: ",
            "vlan",
            "interface",
            "ovs_bond",
            "team",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "\n",
            "  ",
            "- ",
            "\n  - ",
            "\n    ",
            ": ",
            "*a",
            "&a ",
            "!!int ",
            "\"",
            "'",
            "|",
            "on",
            "~",
            "5",
            "0x",
            "1:2",
            ".5",
            "😀",
            "\t",
            "#",
            "ip_netmask: ",
            "192.0.2.1/24",
            "remove_type: ");

    @Property
    void anyTextIsJudged(@ForAll("texts") String text, @ForAll Release release) {
        YamlFile config = YamlFile.of("x", "network_config:\n  - " + text);
        assertThatCode(() -> check(config, release)).doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void anObjectIsJudgedByItself(@ForAll("texts") String text, @ForAll Release release) {
        String flow = "[" + text.replaceAll("[^a-z0-9_:/.]", "") + "]";
        List<LogMessage> alone = messages("network_config: [{type: " + flow + "}]", release);
        List<LogMessage> second =
                messages("network_config: [{type: linux_tap, name: a}, {type: " + flow + "}]", release);
        assertThat(second.stream().map(message -> message.text().replace("network_config/1", "network_config/0")))
                .containsExactlyElementsOf(alone.stream().map(LogMessage::text).toList());
    }

    /** Large ones of the kinds that have most to say of each character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{type: wlan}",
                "{type: ovs_bond, members: [{}, {}, {}, {}]}",
                "{type: interface, name: a, addresses: [{ip_netmask: '1.1.1.1.1.1.1.1.1.1/33'}]}",
                "{type: interface, name: '😀', routes: [{}, {}, {}]}",
                "{a: {get_param: [1, 1, 1]}}"
            })
    void timeAndRoomAreBounded(String object) {
        String many = "network_config: [" + (object + ", ").repeat(60_000 / object.length()) + object + "]";
        for (Release release : Release.values()) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                long said = messages(many, release).stream()
                        .mapToLong(message -> message.text().length())
                        .sum();
                assertThat(said).isBetween(1L, 40_000_000L);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.", "1:", "a:", ":a", "25", "::", "/"})
    void noTextKeepsAPatternBusy(String piece) {
        String text = "network_config: [{type: interface, name: a, addresses: [{ip_netmask: '" + piece.repeat(20_000)
                + "'}], use_dhcp: '" + piece.repeat(20_000) + "'}]";
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(messages(text, Release.MASTER)).hasSize(1));
    }

    private static SchemaCheck check(YamlFile config, Release release) {
        return SchemaCheck.of(config, MappingFile.NONE, false, release);
    }

    private static List<LogMessage> messages(String text, Release release) {
        return check(YamlFile.of("x", text), release).messages();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }
}
