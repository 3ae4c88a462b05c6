package dev.plumbline.systems.linux;

import java.util.OptionalInt;

/** IP addresses as text: enough to tell a whole one from one that was cut or is something else. */
final class Cidr {

    private Cidr() {}

    /** Whether it is an address with a prefix length. */
    static boolean valid(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        OptionalInt length = Words.number(text.substring(slash + 1));
        String address = text.substring(0, slash);
        return length.isPresent() && isAddress(address) && length.getAsInt() <= bits(address);
    }

    /**
     * The address of a point-to-point link, whose prefix length stands with the peer: {@code 10.8.0.1 peer
     * 10.8.0.2/32}.
     */
    static String local(String address, String peer) {
        return isAddress(address) && valid(peer) ? address + peer.substring(peer.indexOf('/')) : address;
    }

    static boolean isAddress(String text) {
        return isIpv4(text) || isIpv6(text);
    }

    /** 32 or 128: the length of a prefix that names one host. */
    static int bits(String address) {
        return address.indexOf(':') >= 0 ? 128 : 32;
    }

    /**
     * A route's destination with its prefix length, which iproute2 leaves out for one host; empty for anything else.
     */
    static String prefix(String text) {
        return valid(text) ? text : isAddress(text) ? text + "/" + bits(text) : "";
    }

    /** {@code 24} of {@code 255.255.255.0}; empty for anything that is no mask. */
    static OptionalInt maskLength(String mask) {
        if (!isIpv4(mask)) {
            return OptionalInt.empty();
        }
        long bits = 0;
        for (String part : mask.split("\\.")) {
            bits = bits << 8 | Integer.parseInt(part);
        }
        int ones = Long.bitCount(bits);
        return bits == (0xFFFFFFFFL << (32 - ones) & 0xFFFFFFFFL) ? OptionalInt.of(ones) : OptionalInt.empty();
    }

    private static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            OptionalInt value = part.length() > 3 ? OptionalInt.empty() : Words.number(part);
            if (value.isEmpty() || value.getAsInt() > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String text) {
        return text.length() <= 45
                && text.chars().filter(c -> c == ':').count() >= 2
                && text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0 && c < 128);
    }
}
