package dev.plumbline.systems.osnetconfig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * os-net-config's numbering of NICs (utils.py {@code _ordered_nics}, objects.py {@code mapped_nics}), without a mapping
 * file and without NICs bound to DPDK. As true as the operstates given: an inactive NIC shifts every later number.
 */
public final class NicOrder {

    /** Name prefixes that os-net-config takes for embedded NICs: plain and case-sensitive. */
    private static final List<String> EMBEDDED = List.of("em", "eth", "eno");

    /**
     * A network device.
     *
     * @param name the kernel's name
     * @param operstate the kernel's word in any case: {@code up}, {@code UNKNOWN} ...; empty where not known
     * @param hardware whether it is known to have a bus device and to be no SR-IOV virtual function
     */
    public record Candidate(String name, String operstate, boolean hardware) {

        /** Active is exactly the operstate up: neither the flag nor carrier nor unknown. */
        boolean active() {
            return hardware
                    && !name.equals("lo")
                    && operstate.strip().toLowerCase(Locale.ROOT).equals("up");
        }
    }

    private NicOrder() {}

    /** {@code nic1}, {@code nic2} ... to device names, in that order. Of equal keys the order given stays. */
    public static Map<String, String> aliases(List<Candidate> candidates) {
        List<String> active = candidates.stream()
                .filter(Candidate::active)
                .map(Candidate::name)
                .distinct()
                .toList();
        Map<String, String> aliases = new LinkedHashMap<>();
        for (String name : sorted(active)) {
            aliases.put("nic" + (aliases.size() + 1), name);
        }
        return Collections.unmodifiableMap(aliases);
    }

    /** Embedded NICs first, each group in natural order. */
    static List<String> sorted(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparing((String name) -> !embedded(name))
                        .thenComparing(NicOrder::compareNaturally))
                .toList();
    }

    private static boolean embedded(String name) {
        return EMBEDDED.stream().anyMatch(name::startsWith);
    }

    /** Whether it has the form of a numbered alias. {@code nic0}, {@code nic01} and {@code NIC1} are device names. */
    public static boolean isAlias(String name) {
        String digits = name.startsWith("nic") ? name.substring(3) : "";
        return !digits.isEmpty()
                && digits.length() <= 9
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(NicOrder::isDigit);
    }

    /** Natural order: runs of digits compare as numbers, the text between by code points. */
    public static int compareNaturally(String left, String right) {
        List<String> a = pieces(left);
        List<String> b = pieces(right);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = i % 2 == 1
                    ? compareNumbers(a.get(i), b.get(i))
                    : Arrays.compare(
                            a.get(i).codePoints().toArray(),
                            b.get(i).codePoints().toArray());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** Text and digits in turn, text first and last, either may be empty: Python's {@code re.split('(\d+)', name)}. */
    private static List<String> pieces(String name) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        boolean digits = false;
        for (int i = 0; i < name.length(); i++) {
            if (isDigit(name.charAt(i)) != digits) {
                pieces.add(name.substring(from, i));
                from = i;
                digits = !digits;
            }
        }
        pieces.add(name.substring(from));
        if (digits) {
            pieces.add("");
        }
        return pieces;
    }

    private static int compareNumbers(String left, String right) {
        String a = left.replaceFirst("^0+", "");
        String b = right.replaceFirst("^0+", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
