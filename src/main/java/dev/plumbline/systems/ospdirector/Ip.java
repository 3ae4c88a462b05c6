package dev.plumbline.systems.ospdirector;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An IP address as a number, read and written as Go's net package does, which the operator uses.
 *
 * @param v6 false also for an IPv4 address that is written inside IPv6 ({@code ::ffff:192.0.2.1})
 */
public record Ip(BigInteger value, boolean v6) {

    private static final BigInteger LOW_BYTE = BigInteger.valueOf(0xff);
    private static final BigInteger GROUP = BigInteger.valueOf(0xffff);
    private static final int GROUPS = 8;
    private static final int LONGEST = 45;

    /** Empty for anything that is no address. */
    public static Optional<Ip> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.indexOf(':') >= 0 ? parse6(text) : parse4(text).map(value -> new Ip(value, false));
    }

    public int bits() {
        return v6 ? 128 : 32;
    }

    public Ip next() {
        return new Ip(value.add(BigInteger.ONE), v6);
    }

    /** Whether the last byte is 0: such an address is never given out (pkg/common/ipam.go), in IPv6 neither. */
    public boolean endsInZero() {
        return value.and(LOW_BYTE).signum() == 0;
    }

    public boolean isAfter(Ip other) {
        return value.compareTo(other.value) > 0;
    }

    /** Dotted, or as RFC 5952 writes IPv6. */
    public String text() {
        if (!v6) {
            long bits = value.longValue();
            return (bits >> 24) + "." + (bits >> 16 & 0xff) + "." + (bits >> 8 & 0xff) + "." + (bits & 0xff);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = value.shiftRight(16 * (GROUPS - 1 - i)).and(GROUP).intValue();
        }
        int from = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        return length > 1
                ? joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS)
                : joined(groups, 0, GROUPS);
    }

    private static String joined(int[] groups, int from, int to) {
        List<String> parts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            parts.add(String.format(Locale.ROOT, "%x", groups[i]));
        }
        return String.join(":", parts);
    }

    private static Optional<BigInteger> parse4(String text) {
        String[] parts = text.split("\\.", -1);
        long value = 0;
        for (String part : parts) {
            // Go refuses leading zeros, which some read as octal.
            boolean digits = !part.isEmpty()
                    && part.length() <= 3
                    && part.chars().allMatch(c -> c >= '0' && c <= '9')
                    && (part.length() == 1 || part.charAt(0) != '0');
            if (!digits || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            value = value << 8 | Integer.parseInt(part);
        }
        return parts.length == 4 ? Optional.of(BigInteger.valueOf(value)) : Optional.empty();
    }

    private static Optional<Ip> parse6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(list -> list.size() == GROUPS).map(Ip::of);
        }
        String head = text.substring(0, gap);
        String tail = text.substring(gap + 2);
        if (head.indexOf('.') >= 0 || tail.startsWith(":")) {
            return Optional.empty();
        }
        Optional<List<Integer>> first = groups(head);
        Optional<List<Integer>> last = groups(tail);
        if (first.isEmpty() || last.isEmpty() || first.get().size() + last.get().size() >= GROUPS) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(first.get());
        while (all.size() < GROUPS - last.get().size()) {
            all.add(0);
        }
        all.addAll(last.get());
        return Optional.of(of(all));
    }

    private static Ip of(List<Integer> groups) {
        BigInteger value = BigInteger.ZERO;
        for (int group : groups) {
            value = value.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        boolean mapped = value.shiftRight(32).equals(GROUP);
        return mapped ? new Ip(value.and(BigInteger.valueOf(0xffffffffL)), false) : new Ip(value, true);
    }

    /** Sixteen bits each; the last may be an IPv4 address, which makes two. */
    private static Optional<List<Integer>> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (i == parts.length - 1 && part.indexOf('.') >= 0) {
                Optional<BigInteger> four = parse4(part);
                if (four.isEmpty()) {
                    return Optional.empty();
                }
                groups.add(four.get().shiftRight(16).intValue());
                groups.add(four.get().and(GROUP).intValue());
            } else if (!part.isEmpty()
                    && part.length() <= 4
                    && part.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
                groups.add(Integer.parseInt(part, 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }
}
