package dev.plumbline.answers.reach;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An IP address as a number: {@code high} is 0 for IPv4. */
record Ip(boolean six, long high, long low) {

    /** IP address with a prefix length. */
    record Prefix(Ip address, int length) {

        boolean contains(Ip other) {
            if (other.six() != address.six()) {
                return false;
            }
            if (!address.six()) {
                return length == 0 || (address.low() ^ other.low()) >>> (32 - length) == 0;
            }
            boolean high = length == 0 || (address.high() ^ other.high()) >>> Math.max(0, 64 - length) == 0;
            boolean low = length <= 64 || (address.low() ^ other.low()) >>> (128 - length) == 0;
            return high && low;
        }

        /** An address that only its own link knows (fe80::/10). */
        boolean linkLocal() {
            return address.linkLocal();
        }
    }

    boolean linkLocal() {
        return six && high >>> 54 == 0x3fa;
    }

    /** Never looks a name up. */
    static Optional<Ip> parse(String text) {
        try {
            InetAddress literal = InetAddress.ofLiteral(text);
            ByteBuffer bytes = ByteBuffer.wrap(literal.getAddress());
            return Optional.of(
                    literal instanceof Inet6Address
                            ? new Ip(true, bytes.getLong(), bytes.getLong())
                            : new Ip(false, 0, Integer.toUnsignedLong(bytes.getInt())));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** {@code 172.18.0.20/24}; without a length the address alone. */
    static Optional<Prefix> prefix(String text) {
        int slash = text.indexOf('/');
        Optional<Ip> ip = parse(slash < 0 ? text : text.substring(0, slash));
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        if (ip.isEmpty() || !bits.matches("\\d{0,3}") || slash >= 0 && bits.isEmpty()) {
            return Optional.empty();
        }
        int most = ip.get().six() ? 128 : 32;
        int length = bits.isEmpty() ? most : Integer.parseInt(bits);
        return length > most ? Optional.empty() : Optional.of(new Prefix(ip.get(), length));
    }

    @Override
    public String toString() {
        try {
            byte[] bytes = six
                    ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                    : ByteBuffer.allocate(4).putInt((int) low).array();
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
