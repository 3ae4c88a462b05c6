package dev.plumbline.systems.osnetconfig.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.systems.osnetconfig.GuestNetwork;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What three real versions of os-net-config did, where the reference data lies. */
class NetConfigRunCorpusTest {

    @TestFactory
    Stream<DynamicTest> mapsAsTheRealOnes() {
        return each(real -> assertThat(real.outcome().mapping().aliases()).isEqualTo(real.mapping()));
    }

    @TestFactory
    Stream<DynamicTest> exitsAsTheRealOnes() {
        return each(real -> assertThat(real.outcome().code()).isEqualTo(real.exit()));
    }

    @TestFactory
    Stream<DynamicTest> saysWhatTheRealOnesSay() {
        return each(real -> assertThat(Reference.messages(real.outcome())).isEqualTo(real.messages()));
    }

    @TestFactory
    Stream<DynamicTest> writesTheSameFiles() {
        return each(real -> {
            assertThat(real.outcome().files()).isEqualTo(real.files());
            assertThat(real.outcome().files().keySet())
                    .containsExactlyElementsOf(real.files().keySet());
        });
    }

    /** The description says what the real files say, read by other code than that which writes them. */
    @TestFactory
    Stream<DynamicTest> describesWhatTheRealFilesMean() {
        return each(real -> {
            if (real.folder().getFileName().toString().startsWith("rerun-")
                    || real.files().isEmpty()) {
                // Only what changes is written there.
                return;
            }
            GuestNetwork network = real.outcome().network();
            assertThat(IfcfgMeaning.ofNetwork(network)).isEqualTo(IfcfgMeaning.ofFiles(real.files(), network));
            assertThat(network.devices())
                    .allSatisfy(
                            device -> assertThat(device.tree().spot().line()).isPositive());
        });
    }

    @TestFactory
    Stream<DynamicTest> membersAndHoldersAgree() {
        return each(real -> {
            GuestNetwork network = real.outcome().network();
            IfcfgMeaning.members(network)
                    .forEach((holder, members) -> assertThat(
                                    network.device(holder).orElseThrow().members())
                            .containsAll(members));
        });
    }

    private static Stream<DynamicTest> each(Consumer<Reference> judgement) {
        return Reference.all().stream().map(real -> dynamicTest(real.name(), () -> judgement.accept(real)));
    }
}
