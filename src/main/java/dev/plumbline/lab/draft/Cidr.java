package dev.plumbline.lab.draft;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in its subnet.
 *
 * @param address as a number
 * @param bits 32 or 128
 * @param prefix length in bits
 */
public record Cidr(BigInteger address, int bits, int prefix) {

    /** The pod's own in KubeVirt's vmNetworkCIDR where the VM sets none. */
    public static final Cidr MASQUERADE = new Cidr(BigInteger.valueOf(0x0A000201L), 32, 24);

    /** Java also takes the older forms of fewer parts. */
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    /** Reads {@code 192.0.2.1/24}; a bare address is one of a subnet of its own. Never asks a name server. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (!LabBuild.isHost(host) || host.indexOf(':') < 0 && !V4.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(host).getAddress();
            int bits = bytes.length * 8;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            return prefix < 0 || prefix > bits
                    ? Optional.empty()
                    : Optional.of(new Cidr(new BigInteger(1, bytes), bits, prefix));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean isV4() {
        return bits == 32;
    }

    /** The subnet itself. */
    public Cidr network() {
        return new Cidr(address.shiftRight(bits - prefix).shiftLeft(bits - prefix), bits, prefix);
    }

    public boolean contains(Cidr other) {
        return bits == other.bits && other.address.shiftRight(bits - prefix).equals(address.shiftRight(bits - prefix));
    }

    /** The address after this one. */
    public Cidr next() {
        return plus(1);
    }

    public Cidr plus(long count) {
        return new Cidr(address.add(BigInteger.valueOf(count)).mod(BigInteger.ONE.shiftLeft(bits)), bits, prefix);
    }

    /** The address alone. */
    public String host() {
        byte[] number = address.toByteArray();
        byte[] bytes = new byte[bits / 8];
        int length = Math.min(number.length, bytes.length);
        System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    @Override
    public String toString() {
        return host() + "/" + prefix;
    }
}
