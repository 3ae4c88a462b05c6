package dev.plumbline.systems.ospdirector;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An address range as CIDR writes it.
 *
 * @param first the address with all host bits 0
 */
public record Prefix(Ip first, int length) {

    /** Empty for anything that is no CIDR. */
    public static Optional<Prefix> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String digits = text.substring(slash + 1);
        boolean number = !digits.isEmpty()
                && digits.length() <= 3
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        return Ip.parse(text.substring(0, slash))
                .filter(ip -> number && Integer.parseInt(digits) <= ip.bits())
                .map(ip -> new Prefix(masked(ip, Integer.parseInt(digits)), Integer.parseInt(digits)));
    }

    public boolean contains(Ip ip) {
        return ip.v6() == first.v6() && masked(ip, length).equals(first);
    }

    private static Ip masked(Ip ip, int length) {
        int host = ip.bits() - length;
        BigInteger network = ip.value().shiftRight(host).shiftLeft(host);
        return new Ip(network, ip.v6());
    }
}
