package dev.plumbline.facts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in its subnet.
 *
 * @param prefix length in bits
 */
public record Cidr(Ip address, int prefix) {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** Reads {@code 192.0.2.1/24}; a bare address is one of a subnet of its own. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Ip.parse(text).map(ip -> new Cidr(ip, ip.bits()));
        }
        String length = text.substring(slash + 1);
        return Ip.parse(text.substring(0, slash))
                .filter(ip -> LENGTH.matcher(length).matches() && Integer.parseInt(length) <= ip.bits())
                .map(ip -> new Cidr(ip, Integer.parseInt(length)));
    }

    public boolean isV4() {
        return !address.six();
    }

    /** Whether it is the subnet of one address. */
    public boolean isHost() {
        return prefix == address.bits();
    }

    /** The subnet itself. */
    public Cidr network() {
        return new Cidr(address.network(prefix), prefix);
    }

    /** The subnet's last address, IPv4's for broadcasts. */
    public Ip last() {
        return address.last(prefix);
    }

    public boolean contains(Ip other) {
        return address.six() == other.six() && other.network(prefix).equals(address.network(prefix));
    }

    /** The address after this one, in the same subnet's terms. */
    public Cidr next() {
        return plus(1);
    }

    /** @param count not negative */
    public Cidr plus(long count) {
        return new Cidr(address.plus(count), prefix);
    }

    /** The address alone. */
    public String host() {
        return address.toString();
    }

    @Override
    public String toString() {
        return host() + "/" + prefix;
    }
}
