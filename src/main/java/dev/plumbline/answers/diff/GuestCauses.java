package dev.plumbline.answers.diff;

import dev.plumbline.answers.diff.Ledger.Entry;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What follows inside a guest from another difference of that guest.
 *
 * @param byObject all differences
 */
record GuestCauses(SortedMap<String, List<Entry>> byObject) {

    Optional<Entry> of(Entry entry) {
        String object = entry.thing().object();
        if (!object.startsWith("vm/") || !object.contains(" ")) {
            return Optional.empty();
        }
        String machine = object.substring(0, object.indexOf(' '));
        return others(machine)
                .filter(cause -> !cause.equals(entry) && follows(cause, entry))
                .findFirst();
    }

    /** A machine's own differences, and those of its devices. */
    private Stream<Entry> others(String machine) {
        return Stream.concat(
                byObject.getOrDefault(machine, List.of()).stream(),
                byObject.subMap(machine + " ", machine + "!").values().stream().flatMap(List::stream));
    }

    private static boolean follows(Entry cause, Entry entry) {
        String what = entry.thing().what();
        return switch (cause.thing().what()) {
            case "guest bridge" -> what.equals("port") && isPort(cause, entry);
            case "nic order" -> what.startsWith("configured ") && isMoved(cause, entry);
            case "configured name" ->
                what.equals("configured device") && moves(cause.a(), cause.b(), entry)
                        || what.equals("configured route") && reroutes(cause.a(), cause.b(), entry);
            case "device" ->
                cause.b().isEmpty()
                        && (what.equals("device")
                                        && moves(Causes.last(cause.thing().object()), entry.b(), entry)
                                || what.equals("route")
                                        && reroutes(Causes.last(cause.thing().object()), "", entry));
            default -> false;
        };
    }

    /** A bridge's list of ports and the NIC that is none tell the same. */
    private static boolean isPort(Entry cause, Entry entry) {
        return Causes.side(cause, entry)
                && (cause.a() + cause.b()).equals(Causes.last(entry.thing().object()))
                && entry.thing().affects().containsAll(cause.thing().affects());
    }

    /** What a file gives to a number goes to another NIC with it. */
    private static boolean isMoved(Entry cause, Entry entry) {
        String nics = " " + cause.a();
        return nics.contains(" " + Causes.last(entry.thing().object()) + "=")
                || nics.contains(" " + entry.a() + "=") && nics.contains(" " + entry.b() + "=");
    }

    private static boolean moves(String from, String to, Entry entry) {
        return !entry.b().isEmpty() && entry.a().equals(from) && entry.b().equals(to);
    }

    /** The same next hop over another device. */
    private static boolean reroutes(String from, String to, Entry entry) {
        String before = entry.a();
        String hop = before.endsWith(" dev " + from) ? before.substring(0, before.length() - from.length()) : "";
        return !hop.isEmpty()
                && entry.b().startsWith(hop)
                && (to.isEmpty() || entry.b().equals(hop + to));
    }
}
