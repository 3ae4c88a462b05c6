package dev.plumbline.plan.wiring;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IPv4 subnet between a masqueraded guest and its pod (KubeVirt's vmNetworkCIDR): its first host is the bridge's, the second
 * the guest's.
 *
 * @param gateway without prefix length
 * @param length of the prefix
 */
record Subnet(String gateway, String guest, int length) {

    private static final String DEFAULT = "10.0.2.0/24";
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]{1,2})");

    /** @param cidr as given; KubeVirt's default where empty; empty for anything without room for two hosts */
    static Optional<Subnet> of(String cidr) {
        Matcher matcher = FORM.matcher(cidr.isEmpty() ? DEFAULT : cidr);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(matcher.group(i));
            if (part > 255) {
                return Optional.empty();
            }
            address = address << 8 | part;
        }
        int length = Integer.parseInt(matcher.group(5));
        if (length > 30) {
            return Optional.empty();
        }
        long network = address & (0xFFFFFFFFL << (32 - length)) & 0xFFFFFFFFL;
        return Optional.of(new Subnet(text(network + 1), text(network + 2), length));
    }

    private static String text(long address) {
        return String.format(
                Locale.ROOT,
                "%d.%d.%d.%d",
                address >> 24 & 255,
                address >> 16 & 255,
                address >> 8 & 255,
                address & 255);
    }
}
