package dev.plumbline.lab.cni;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Spot;
import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Configurations and annotations are input: whatever they hold, they are used or refused with their place. */
class AnyConfigTest {

    private static final Tree NOWHERE = new Tree.Missing(Spot.NOWHERE);

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        ":",
                        ",",
                        "\"type\"",
                        "\"bridge\"",
                        "\"plugins\"",
                        "\"name\"",
                        "lan",
                        "ns/",
                        "@",
                        "9",
                        "-",
                        "\"ips\"",
                        "\"mac\"",
                        "\"../x\"",
                        "null",
                        "\\",
                        "\n",
                        "\u0000",
                        "\ud800",
                        "\"ipam\"",
                        "\"sysctl\"",
                        "1e999",
                        " ")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void anAnnotationGivesNamesThatCanBeUsedOrIsRefused(@ForAll("texts") String text) {
        try {
            List<Selection> all = Selection.of(Growing.text(text, NOWHERE), "ns");
            assertThat(all).allSatisfy(one -> assertThat(one.device()).matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}"));
        } catch (CniException refused) {
            assertThat(refused.says()).isNotBlank();
        }
    }

    @Property(tries = 2_000)
    void aConfigurationNamesKnownPluginsOrIsRefused(@ForAll("texts") String text) {
        Tree definition = Growing.from(NOWHERE)
                .put("metadata", Growing.from(NOWHERE).put("name", "lan"))
                .put("spec", Growing.from(NOWHERE).put("config", text))
                .tree();
        try {
            assertThat(NetworkConfig.of(definition).plugins())
                    .isNotEmpty()
                    .allSatisfy(plugin -> assertThat(plugin.at("type").text()).matches("[a-z-]+"));
        } catch (CniException refused) {
            assertThat(refused.says()).isNotBlank();
        }
    }

    @Property(tries = 1)
    void aDeviceOfNoneIsRefusedInJsonToo() {
        for (String device : List.of("a/b", "..", "sixteen-letters-x", "a b", "-a")) {
            String text = "[{\"name\":\"lan\",\"interface\":\"" + device + "\"}]";
            assertThat(Map.of(device, refused(text))).containsEntry(device, true);
        }
    }

    private static boolean refused(String text) {
        try {
            Selection.of(Growing.text(text, NOWHERE), "ns");
            return false;
        } catch (CniException _) {
            return true;
        }
    }
}
