package dev.plumbline.systems.ovs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OvsNamesTest {

    @Test
    void theDatapathsAndTheIntegrationBridgeAreNoNics() {
        assertThat(Stream.of("ovs-system", "ovs-netdev", "br-int", "genev_sys_6081", "vxlan_sys_4789"))
                .allMatch(OvsNames::neverNic);
        assertThat(Stream.of("ens5", "br-ex", "ovs-systems", "eth0")).noneMatch(OvsNames::neverNic);
    }

    @Test
    void aDatapathAsMasterNamesNoBridge() {
        assertThat(OvsNames.datapath("ovs-system")).isTrue();
        assertThat(OvsNames.datapath("br-int")).isFalse();
    }
}
