package dev.plumbline.systems.osnetconfig.config;

import java.util.Optional;

/**
 * What an object is called.
 *
 * @param name the device's, aliases resolved
 * @param written as the file has it, or as it was made up (vlan20); what members say of their bridge
 * @param hardware the device behind an alias that is to become its name for good, and its MAC
 */
public record Identity(String name, String written, Optional<Hardware> hardware) {

    public record Hardware(String device, String mac) {}

    Identity named(String device) {
        return new Identity(device, written, hardware);
    }
}
