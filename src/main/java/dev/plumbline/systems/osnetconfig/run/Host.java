package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.NicHost;
import java.util.Map;

/**
 * The machine that os-net-config runs on.
 *
 * @param nics its devices and the state files of earlier runs
 * @param mapping /etc/os-net-config/mapping.yaml
 * @param persist whether it is called with --persist-mapping
 * @param openVswitch whether Open vSwitch is installed
 * @param files what is there already, path to content
 */
public record Host(NicHost nics, MappingFile mapping, boolean persist, boolean openVswitch, Map<String, String> files) {

    public static Host of(NicHost nics, MappingFile mapping) {
        return new Host(nics, mapping, false, true, Map.of());
    }

    /** Without a mapping file there is nothing to persist. */
    public boolean persists() {
        return persist && mapping.present();
    }

    public Host with(NicHost others) {
        return new Host(others, mapping, persist, openVswitch, files);
    }
}
