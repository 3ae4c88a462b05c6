package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.Stop;
import java.util.List;

/** What master refuses of a bond; the others write any options. */
final class BondMode {

    private static final List<String> MODES =
            List.of("802.3ad", "active-backup", "balance-alb", "balance-rr", "balance-tlb", "balance-xor", "broadcast");

    private BondMode() {}

    static void check(NetObject.LinuxBond bond, Placement place, Release release) {
        if (release != Release.MASTER) {
            return;
        }
        for (String option : bond.bondingOptions().truthy()
                ? bond.bondingOptions().str().strip().split("\\s++")
                : new String[0]) {
            String mode = option.startsWith("mode=") ? option.substring("mode=".length()) : "";
            if (!mode.isEmpty() && !MODES.contains(mode) && !isNumber(mode)) {
                throw new Stop(
                        "ValueError",
                        "Invalid bond mode '" + mode + "' for " + bond.name() + ". Valid modes: "
                                + String.join(", ", MODES) + " or numeric values 0-6.");
            }
        }
        if (!bond.ovsExtra().isEmpty() && !place.ovsPort()) {
            throw Stop.invalid("ovs_extra is set for " + bond.name() + ", which is no member of an OVS bridge");
        }
    }

    private static boolean isNumber(String mode) {
        return mode.length() == 1 && mode.charAt(0) >= '0' && mode.charAt(0) <= '6';
    }
}
