package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ls -l /sys/class/net}: what hangs on a bus, but neither operstates nor MACs. */
final class SysfsListing {

    private static final Pattern ENTRY =
            Pattern.compile("l\\S{9,10} .*? (\\S{1,15}) -> (\\S*/devices/\\S+)/net/(\\S{1,15})");
    private static final Pattern PCI =
            Pattern.compile("([0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7])(?:/(?:virtio|usb)[^/]*)?$");

    /** The longest line that is looked at: the kernel's paths are shorter. */
    private static final int LONGEST = 1024;

    private SysfsListing() {}

    static boolean isOne(Line line) {
        return match(line).matches();
    }

    private static Matcher match(Line line) {
        String text = line.text().strip();
        return ENTRY.matcher(text.length() > LONGEST ? "" : text);
    }

    static NicListing of(YamlFile file) {
        List<NetDevice> devices = new ArrayList<>();
        for (Line line : file.lines()) {
            Matcher entry = match(line);
            if (entry.matches() && entry.group(1).equals(entry.group(3))) {
                String path = entry.group(2);
                Matcher pci = PCI.matcher(path);
                boolean onBus = !path.endsWith("/devices/virtual");
                devices.add(new NetDevice(
                        entry.group(1), "?", "up", onBus, false, "", onBus && pci.find() ? pci.group(1) : ""));
            }
        }
        return new NicListing(
                List.copyOf(devices),
                List.of(
                        "ls shows no operstate: every device is taken as up",
                        "ls shows no SR-IOV parent: no NIC is taken for a virtual function"),
                List.of(),
                false);
    }
}
