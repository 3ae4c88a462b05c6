package dev.plumbline.systems.osnetconfig.ifcfg;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The keys and values of ifcfg files, and which changes of them os-net-config applies without a restart. */
final class Ifcfg {

    private static final Set<String> LIVE =
            Set.of("IPADDR", "NETMASK", "MTU", "ONBOOT", "ETHTOOL_OPTS", "DOMAIN", "DNS1", "DNS2");
    private static final Set<String> PROTOCOL = Set.of("BOOTPROTO", "OVSBOOTPROTO");

    private Ifcfg() {}

    /** Of a key given twice the last value. */
    static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isQuote(value.charAt(from))) {
            from++;
        }
        while (to > from && isQuote(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    static boolean needsRestart(String before, String after) {
        Map<String, String> old = values(before);
        Map<String, String> now = values(after);
        return old.keySet().stream().anyMatch(key -> isHard(key, old, now))
                || now.keySet().stream().anyMatch(key -> isHard(key, old, now));
    }

    private static boolean isHard(String key, Map<String, String> old, Map<String, String> now) {
        boolean same = old.containsKey(key)
                && now.containsKey(key)
                && old.getOrDefault(key, "").equalsIgnoreCase(now.getOrDefault(key, ""));
        if (same || LIVE.contains(key) || key.startsWith("IPV6_")) {
            return false;
        }
        return PROTOCOL.contains(key) ? now.getOrDefault(key, "").equalsIgnoreCase("dhcp") : true;
    }
}
