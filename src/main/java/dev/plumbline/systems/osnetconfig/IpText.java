package dev.plumbline.systems.osnetconfig;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as netaddr reads them; nothing is looked up. */
final class IpText {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]{2,39}(\\d{1,3}(\\.\\d{1,3}){3})?");

    private IpText() {}

    static boolean isAddress(String text) {
        String address = text.strip();
        return isV4(address) || isV6(address);
    }

    /** Address and prefix length. Without one netaddr means the single host; a dotted mask is accepted. */
    static Optional<String> cidr(String text) {
        String whole = text.strip();
        int slash = whole.indexOf('/');
        String address = slash < 0 ? whole : whole.substring(0, slash);
        if (!isAddress(address)) {
            return Optional.empty();
        }
        int longest = isV4(address) ? 32 : 128;
        int length = slash < 0 ? longest : length(whole.substring(slash + 1));
        return length < 0 || length > longest ? Optional.empty() : Optional.of(address + "/" + length);
    }

    private static int length(String text) {
        if (isV4(text)) {
            long mask = 0;
            for (String part : text.split("\\.")) {
                mask = mask << 8 | Integer.parseInt(part);
            }
            int length = Long.bitCount(mask);
            return mask == (0xffffffffL << (32 - length) & 0xffffffffL) ? length : -1;
        }
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(text) : -1;
    }

    private static boolean isV4(String text) {
        if (!V4.matcher(text).matches()) {
            return false;
        }
        for (String part : text.split("\\.")) {
            if (Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isV6(String text) {
        if (!V6.matcher(text).matches() || text.indexOf(':') < 0) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(text).getAddress().length > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
