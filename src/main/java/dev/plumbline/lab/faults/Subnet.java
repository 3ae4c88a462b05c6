package dev.plumbline.lab.faults;

import java.net.InetAddress;

/**
 * An IPv4 subnet.
 *
 * @param base its first address, as a number
 */
record Subnet(int base, int prefix) {

    private static final int BITS = 32;

    /** The one that an address with its prefix length lies in. */
    static Subnet of(String network) {
        int slash = network.indexOf('/');
        int prefix = Integer.parseInt(network.substring(slash + 1));
        return new Subnet(number(network.substring(0, slash)) & mask(prefix), prefix);
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (BITS - prefix);
    }

    /** The address that broadcasts go to. */
    int last() {
        return base | ~mask(prefix);
    }

    static int number(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return (bytes[0] & 255) << 24 | (bytes[1] & 255) << 16 | (bytes[2] & 255) << 8 | bytes[3] & 255;
    }

    static String text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }
}
