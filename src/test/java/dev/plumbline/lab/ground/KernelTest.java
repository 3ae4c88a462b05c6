package dev.plumbline.lab.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelTest {

    @Test
    void what_is_missing_is_told_with_what_is_built_instead() {
        Kernel kernel = new Kernel(Map.of(
                Feature.BOND, "Unknown device type",
                Feature.VLAN_FILTERING, "Operation not supported",
                Feature.TAP, "No such device"));
        assertThat(kernel.words(EnumSet.allOf(Feature.class)))
                .containsExactly(
                        "no bonds (Unknown device type): a bond's first member stands for the bond",
                        "no VLAN filtering in bridges (Operation not supported):"
                                + " bridges are flat: VLANs of ports are not kept apart",
                        "no tap devices (No such device)");
    }

    @Test
    void this_machine_is_tried_and_stays_as_it_is() {
        Kernel kernel = Ground.with(Feature.VETH, Feature.BRIDGE, Feature.NAT, Feature.OVS, Feature.CNI_BRIDGE);
        assertThat(kernel.words(EnumSet.allOf(Feature.class)))
                .hasSameSizeAs(kernel.lacks().keySet());
        assertThat(kernel.words(EnumSet.of(Feature.VETH))).isEmpty();
    }
}
