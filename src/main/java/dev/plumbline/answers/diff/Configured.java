package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.Covered.Subject;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two files of os-net-config: devices by the names they have there. */
record Configured(String object, Scope left, Scope right, Holdings a, Holdings b, Ledger ledger) {

    private static final String FILE = "/etc/os-net-config/config.json";

    void compare() {
        SortedMap<String, ConfiguredDevice> before = devices(a, left);
        SortedMap<String, ConfiguredDevice> after = devices(b, right);
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        renamed(before, after).forEach((from, to) -> {
            names.remove(from);
            names.remove(to);
            Optional.ofNullable(before.get(from))
                    .ifPresent(one -> Optional.ofNullable(after.get(to)).ifPresent(other -> {
                        compare(object + " " + from, "name", one, from, other, to);
                        attributes(object + " " + from, one, other);
                    }));
        });
        for (String name : names) {
            Optional<ConfiguredDevice> one = Optional.ofNullable(before.get(name));
            Optional<ConfiguredDevice> other = Optional.ofNullable(after.get(name));
            if (one.isPresent() && other.isPresent()) {
                attributes(object + " " + name, one.get(), other.get());
            } else {
                ledger.compare(
                        Thing.of(object + " " + name, "configured device"),
                        there(one, a, left),
                        there(other, b, right));
            }
        }
    }

    /** Of the same sort over the same members: the same one by another name. */
    private static SortedMap<String, String> renamed(
            SortedMap<String, ConfiguredDevice> before, SortedMap<String, ConfiguredDevice> after) {
        SortedMap<String, String> renamed = new TreeMap<>();
        before.forEach((name, one) -> {
            List<ConfiguredDevice> twins = after.values().stream()
                    .filter(other -> !one.members().isEmpty()
                            && !before.containsKey(other.name())
                            && other.type().equals(one.type())
                            && other.members().equals(one.members()))
                    .toList();
            if (!after.containsKey(name) && twins.size() == 1) {
                renamed.put(name, twins.getFirst().name());
            }
        });
        return renamed;
    }

    private void attributes(String owner, ConfiguredDevice one, ConfiguredDevice other) {
        compare(owner, "type", one, one.type(), other, other.type());
        compare(owner, "mtu", one, mtu(one), other, mtu(other));
        compare(owner, "members", one, String.join(" ", one.members()), other, String.join(" ", other.members()));
    }

    /** What a file leaves out os-net-config leaves as it is. */
    private static String mtu(ConfiguredDevice device) {
        return device.mtu().isPresent() ? String.valueOf(device.mtu().getAsInt()) : "";
    }

    private void compare(
            String owner, String what, ConfiguredDevice one, String value, ConfiguredDevice other, String twin) {
        ledger.compare(Thing.of(owner, "configured " + what), said(one, value), said(other, twin));
    }

    private static Said said(ConfiguredDevice device, String value) {
        return value.isEmpty()
                ? new Said.IsNot(List.of(device.origin()))
                : new Said.Is(value, List.of(device.origin()));
    }

    private static Said there(Optional<ConfiguredDevice> device, Holdings side, Scope place) {
        return device.<Said>map(one -> new Said.Is(one.type(), List.of(one.origin())))
                .orElseGet(() -> Said.absent(
                        side.sight().sawAll(place, Subject.CONFIGURATION),
                        "its configuration is not shown in full",
                        "in the guest: cat " + FILE));
    }

    /** Several files in one place are no one's configuration. */
    private static SortedMap<String, ConfiguredDevice> devices(Holdings side, Scope place) {
        List<ConfiguredDevice> all = side.side().facts().all(ConfiguredDevice.class).stream()
                .filter(device -> isAt(device.scope(), place))
                .toList();
        SortedMap<String, ConfiguredDevice> devices = new TreeMap<>();
        all.forEach(device -> devices.putIfAbsent(device.name(), device));
        boolean one = all.stream().allMatch(device -> devices.containsValue(device) || alike(device, devices));
        return one ? devices : new TreeMap<>();
    }

    /** A prompt names a guest without its namespace. */
    private static boolean isAt(Scope seen, Scope place) {
        return seen.equals(place)
                || Holdings.isGuest(seen)
                        && seen.namespace().isEmpty()
                        && seen.name().equals(place.name());
    }

    private static boolean alike(ConfiguredDevice device, SortedMap<String, ConfiguredDevice> devices) {
        return Optional.ofNullable(devices.get(device.name()))
                .filter(first -> first.type().equals(device.type())
                        && first.mtu().equals(device.mtu())
                        && first.members().equals(device.members()))
                .isPresent();
    }
}
