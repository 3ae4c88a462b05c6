package dev.plumbline.systems.linux;

import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import java.util.Optional;
import java.util.OptionalInt;

/** IP addresses as text: enough to tell a whole one from one that was cut or is something else. */
final class CidrText {

    private CidrText() {}

    /** Whether it is an address with a prefix length. */
    static boolean valid(String text) {
        return text.indexOf('/') >= 0 && Cidr.parse(text).isPresent();
    }

    /**
     * The address of a point-to-point link, whose prefix length stands with the peer: {@code 10.8.0.1 peer
     * 10.8.0.2/32}.
     */
    static String local(String address, String peer) {
        return isAddress(address) && valid(peer) ? address + peer.substring(peer.indexOf('/')) : address;
    }

    static boolean isAddress(String text) {
        return Ip.parse(text).isPresent();
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
        Optional<Ip> parsed = Ip.parse(mask).filter(ip -> !ip.six());
        if (parsed.isEmpty()) {
            return OptionalInt.empty();
        }
        long bits = parsed.get().low();
        int ones = Long.bitCount(bits);
        return bits == (0xFFFFFFFFL << (32 - ones) & 0xFFFFFFFFL) ? OptionalInt.of(ones) : OptionalInt.empty();
    }
}
