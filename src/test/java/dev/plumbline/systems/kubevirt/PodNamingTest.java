package dev.plumbline.systems.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodNamingTest {

    @ParameterizedTest
    @CsvSource({
        "ctlplane, b664ae2d64b",
        "external, 3c4623849a4",
        "internalapi, def01cc2d7e",
        "internal_api, edd69cf6090",
        "storage, 49a25f9feef",
        "storagemgmt, 580b7ab3bc1",
        "tenant, e9da86d351c",
        "default, 37a8eec1ce1",
        "bridge-net, 03b731d2111",
        "dyniface1, 9a6a0c3b4d8"
    })
    void aNetworkNamesItsDevicesByItsHash(String network, String hash) {
        String device = PodNaming.hashedInterface(network);

        assertThat(device).isEqualTo("pod" + hash);
        assertThat(PodNaming.bridge(device)).isEqualTo("k6t-" + hash);
        assertThat(PodNaming.tap(device)).isEqualTo("tap" + hash);
        assertThat(PodNaming.renamed(device)).isEqualTo(hash + "-nic").hasSize(15);
    }

    @Test
    void theOrdinalGenerationCountsSecondaryNetworks() {
        String device = PodNaming.ordinalInterface(4);

        assertThat(device).isEqualTo("net4");
        assertThat(PodNaming.bridge(device)).isEqualTo("k6t-net4");
        assertThat(PodNaming.tap(device)).isEqualTo("tap4");
        assertThat(PodNaming.renamed(device)).isEqualTo("net4-nic");
        assertThat(PodNaming.place(device)).hasValue(4);
    }

    @Test
    void thePrimaryInterfaceIsTheSameInBoth() {
        assertThat(PodNaming.bridge(PodNaming.PRIMARY)).isEqualTo("k6t-eth0");
        assertThat(PodNaming.tap(PodNaming.PRIMARY)).isEqualTo(PodNaming.PRIMARY_TAP);
        assertThat(PodNaming.renamed(PodNaming.PRIMARY)).isEqualTo("eth0-nic");
        assertThat(PodNaming.tap("ovn-udn1")).isEqualTo("tap0");
    }

    @Test
    void recognisesItsOwnNamesOnly() {
        assertThat(PodNaming.isOrdinal("net12")).isTrue();
        assertThat(PodNaming.isOrdinal("net0")).isFalse();
        assertThat(PodNaming.isOrdinal("net4x")).isFalse();
        assertThat(PodNaming.isHashed("pod16477688c0e")).isTrue();
        assertThat(PodNaming.isHashed("pod16477688C0E")).isFalse();
        assertThat(PodNaming.isRenamed("16477688c0e-nic")).isTrue();
        assertThat(PodNaming.isRenamed("enp1s0-nic")).isFalse();
        assertThat(PodNaming.isTap("tap0")).isTrue();
        assertThat(PodNaming.isTap("tap9a6a0c3b4d8")).isTrue();
        assertThat(PodNaming.isTap("tapxyz")).isFalse();
        assertThat(PodNaming.isBridge("k6t-")).isFalse();
        assertThat(PodNaming.place("net99999999999")).isEmpty();
    }

    @Property
    void aHashIsElevenHexDigits(@ForAll String network) {
        assertThat(PodNaming.hash(network)).matches("^[0-9a-f]{11}$");
    }

    @Property
    void noNameIsTooStrange(@ForAll String device) {
        assertThat(PodNaming.tap(device)).startsWith("tap");
        assertThat(PodNaming.bridge(device)).startsWith("k6t-");
        assertThat(PodNaming.isHashed(device) && PodNaming.isOrdinal(device)).isFalse();
    }
}
