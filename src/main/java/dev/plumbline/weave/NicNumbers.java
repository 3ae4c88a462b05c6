package dev.plumbline.weave;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** os-net-config's numbering of active NICs (utils.py, _ordered_nics): embedded names first, each group in natural order. */
final class NicNumbers {

    private static final Pattern PIECES = Pattern.compile("\\d+|\\D+");

    private NicNumbers() {}

    /** Alias by device. Active means operstate exactly up; virtio NICs of a running guest are. */
    static Map<String, String> of(Site guest) {
        List<String> active = GuestNics.of(guest).stream()
                .filter(NicNumbers::active)
                .map(Sighting::name)
                .sorted(Comparator.comparing((String name) -> !embedded(name)).thenComparing((a, b) -> natural(a, b)))
                .toList();
        Map<String, String> aliases = new TreeMap<>();
        for (int i = 0; i < active.size(); i++) {
            aliases.put(active.get(i), "nic" + (i + 1));
        }
        return aliases;
    }

    /** busybox's ip prints no operstate; a carrier is the nearest that it shows. */
    private static boolean active(Sighting device) {
        return device.device().state().map("up"::equals).orElse(device.device().flags().contains("LOWER_UP"));
    }

    private static boolean embedded(String name) {
        return name.startsWith("em") || name.startsWith("eth") || name.startsWith("eno");
    }

    private static int natural(String left, String right) {
        Matcher a = PIECES.matcher(left);
        Matcher b = PIECES.matcher(right);
        while (a.find()) {
            if (!b.find()) {
                return 1;
            }
            boolean numbers = Character.isDigit(a.group().charAt(0)) && Character.isDigit(b.group().charAt(0));
            int order = numbers
                    ? new java.math.BigInteger(a.group()).compareTo(new java.math.BigInteger(b.group()))
                    : a.group().compareTo(b.group());
            if (order != 0) {
                return order;
            }
        }
        return b.find() ? -1 : 0;
    }
}
