package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A device that is a port of a Linux bridge, told without the device’s own line (brctl, sysfs, nmstate).
 *
 * @param bridge the bridge
 * @param port the port’s device
 */
public record BridgePort(Vantage vantage, Origin origin, String bridge, String port) implements Fact {}
