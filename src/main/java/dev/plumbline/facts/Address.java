package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * An IP address on a device.
 *
 * @param device the device as written: a kernel name, or an alias such as {@code nic5} in a configuration
 * @param cidr address and prefix length, {@code 172.18.0.20/24}
 * @param basis seen on the device, or asked for in a configuration
 */
public record Address(Vantage vantage, Origin origin, String device, String cidr, Basis basis) implements Fact {

    /** What stands behind an address. */
    public enum Basis {
        OBSERVED,
        CONFIGURED
    }
}
