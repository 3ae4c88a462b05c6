package dev.plumbline.systems.linux;

import java.util.Optional;

/**
 * A path below {@code /sys/class/net}.
 *
 * @param device the device
 * @param attribute what follows the device: {@code ifindex}, {@code bonding/slaves}; empty for the device's own folder
 */
record SysfsNetPath(String device, String attribute) {

    private static final String CLASS = "/sys/class/net/";
    private static final String VIRTUAL = "/sys/devices/virtual/net/";

    /** Reads a path of one device; empty for any other path and where the device is a pattern. */
    static Optional<SysfsNetPath> parse(String path) {
        String below = path.startsWith(CLASS)
                ? path.substring(CLASS.length())
                : path.startsWith(VIRTUAL) ? path.substring(VIRTUAL.length()) : "";
        int slash = below.indexOf('/');
        String device = slash < 0 ? below : below.substring(0, slash);
        String attribute = slash < 0 ? "" : below.substring(slash + 1);
        boolean pattern = device.chars().anyMatch(c -> "*?[]{}$,".indexOf(c) >= 0);
        return DeviceName.valid(device) && !pattern
                ? Optional.of(new SysfsNetPath(device, attribute))
                : Optional.empty();
    }

    static boolean isBelow(String path) {
        return path.startsWith(CLASS) || path.startsWith(VIRTUAL);
    }
}
