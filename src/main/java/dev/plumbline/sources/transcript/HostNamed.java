package dev.plumbline.sources.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a human's words above a block send the reader to another machine. */
final class HostNamed {

    private static final Pattern MACHINE = Pattern.compile(
            "(?i)\\b((?:[a-z0-9]{1,20}-){0,4}(?:worker|master|node|controller|compute|host|server|guest|vm"
                    + "|virt-launcher)"
                    + "[a-z0-9-]{0,60}\\d[a-z0-9.-]{0,80})");

    private HostNamed() {}

    static boolean other(String words, String here) {
        Matcher matcher = MACHINE.matcher(words.length() > 400 ? words.substring(0, 400) : words);
        boolean other = false;
        while (matcher.find()) {
            String name = matcher.group(1).replaceFirst("[.-]+$", "");
            if (isPartOf(name, here) || isPartOf(here, name)) {
                return false;
            }
            other = true;
        }
        return other;
    }

    /** {@code worker-1} is part of {@code rack-worker-1} and of {@code worker-1.example}, not of {@code worker-10}. */
    private static boolean isPartOf(String name, String whole) {
        return ("-" + whole.replace('.', '-') + "-").contains("-" + name.replace('.', '-') + "-");
    }
}
