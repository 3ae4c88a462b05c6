package dev.plumbline.facts;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address.
 *
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits; IPv4's 32
 */
public record Ip(boolean six, long high, long low) {

    private static final long FOUR = 0xffffffffL;

    /** Java also takes the older forms of fewer parts. */
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    /** Without a zone, which names a device of the machine that reads. */
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** @param bits the address as a number of 32 bits */
    public static Ip v4(long bits) {
        return new Ip(false, 0, bits & FOUR);
    }

    /** Empty for anything that is no address; no name server is ever asked. */
    public static Optional<Ip> parse(String text) {
        boolean form = V4.matcher(text).matches()
                || text.indexOf(':') >= 0 && V6.matcher(text).matches();
        if (!form) {
            return Optional.empty();
        }
        try {
            InetAddress literal = InetAddress.ofLiteral(text);
            ByteBuffer bytes = ByteBuffer.wrap(literal.getAddress());
            return Optional.of(
                    literal instanceof Inet4Address
                            ? v4(bytes.getInt())
                            : new Ip(true, bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** 32 or 128. */
    public int bits() {
        return six ? 128 : 32;
    }

    /** An IPv6 address that only its own link knows (fe80::/10). */
    public boolean linkLocal() {
        return six && high >>> 54 == 0x3fa;
    }

    /** So many addresses further; the last is followed by the first. @param count not negative */
    public Ip plus(long count) {
        if (!six) {
            return v4(low + count);
        }
        long sum = low + count;
        return new Ip(true, Long.compareUnsigned(sum, low) < 0 ? high + 1 : high, sum);
    }

    /** Its first bits, the rest 0. @param length 0 to {@link #bits} */
    Ip network(int length) {
        return six ? new Ip(true, high & mask(length, 64), low & mask(length - 64, 64)) : v4(low & mask(length, 32));
    }

    /** Its first bits, the rest 1. @param length 0 to {@link #bits} */
    Ip last(int length) {
        return six ? new Ip(true, high | ~mask(length, 64), low | ~mask(length - 64, 64)) : v4(low | ~mask(length, 32));
    }

    private static long mask(int ones, int width) {
        int shift = Math.clamp(width - ones, 0, width);
        return shift == 64 ? 0 : -1L << shift;
    }

    @Override
    public String toString() {
        byte[] bytes = six
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }
}
