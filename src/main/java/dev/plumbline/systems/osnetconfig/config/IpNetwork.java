package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.evidence.tree.Tree;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address as netaddr's IPNetwork reads it. Without a prefix it is a host; a mask and even a wildcard mask will do for
 * one; {@code 10.1/16} is completed by zeros. Nothing is looked up.
 *
 * @param written as it stands in the file, which is how IPv6 addresses are written out again
 * @param address dotted, or as written for IPv6
 * @param v6 whether it is IPv6
 */
public record IpNetwork(String written, String address, int prefix, boolean v6, Tree tree) {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]{2,39}(?:\\d{1,3}(?:\\.\\d{1,3}){3})?");
    /** Beyond any address and mask. */
    private static final int LONGEST = 128;

    static IpNetwork of(Value value) {
        String text = value.str();
        Optional<IpNetwork> read =
                value instanceof Value.Text && text.length() <= LONGEST ? parse(text, value.tree()) : Optional.empty();
        return read.orElseThrow(() -> new Stop("AddrFormatError", "invalid IPNetwork " + text));
    }

    private static Optional<IpNetwork> parse(String text, Tree tree) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        Optional<String> v4 = v4(host);
        boolean v6 = v4.isEmpty() && isV6(host);
        if (v4.isEmpty() && !v6) {
            return Optional.empty();
        }
        int longest = v6 ? 128 : 32;
        Optional<Integer> prefix = slash < 0 ? Optional.of(longest) : prefix(text.substring(slash + 1), v6);
        return prefix.filter(length -> length >= 0 && length <= longest)
                .map(length -> new IpNetwork(text, v4.orElse(host), length, v6, tree));
    }

    /** Strictly, else octet by octet with what is missing taken for zero. */
    private static Optional<String> v4(String host) {
        if (isV4(host)) {
            return Optional.of(host);
        }
        if (host.indexOf(':') >= 0) {
            return Optional.empty();
        }
        List<String> octets = new ArrayList<>();
        for (String octet : host.split("\\.", -1)) {
            Optional<BigInteger> number = PythonText.integer(octet, 10);
            if (number.isEmpty() || octets.size() == 4) {
                return Optional.empty();
            }
            octets.add(number.get().toString());
        }
        while (octets.size() < 4) {
            octets.add("0");
        }
        return Optional.of(String.join(".", octets)).filter(IpNetwork::isV4);
    }

    private static boolean isV4(String text) {
        if (!V4.matcher(text).matches()) {
            return false;
        }
        for (String octet : text.split("\\.")) {
            if (Integer.parseInt(octet) > 255 || octet.length() > 1 && octet.startsWith("0")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isV6(String text) {
        if (text.indexOf(':') < 0 || !V6.matcher(text).matches()) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(text).getAddress().length > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<Integer> prefix(String text, boolean v6) {
        Optional<BigInteger> number = PythonText.integer(text, 10);
        if (number.isPresent()) {
            return number.filter(length -> length.bitLength() < Integer.SIZE).map(BigInteger::intValue);
        }
        if (v6 || !isV4(text)) {
            return Optional.empty();
        }
        long mask = 0;
        for (String octet : text.split("\\.")) {
            mask = mask << 8 | Integer.parseInt(octet);
        }
        long inverse = ~mask & 0xffffffffL;
        // A netmask's complement, and a wildcard mask itself, is one less than a power of two.
        return (inverse & inverse + 1) == 0
                ? Optional.of(32 - Long.bitCount(inverse))
                : (mask & mask + 1) == 0 ? Optional.of(32 - Long.bitCount(mask)) : Optional.empty();
    }

    /** {@code 255.255.255.0}; for IPv4 only. */
    public String netmask() {
        long mask = prefix == 0 ? 0 : 0xffffffffL << (32 - prefix) & 0xffffffffL;
        return List.of(24, 16, 8, 0).stream()
                .map(shift -> String.format(Locale.ROOT, "%d", mask >> shift & 0xff))
                .collect(Collectors.joining("."));
    }

    public String cidr() {
        return address + "/" + prefix;
    }
}
