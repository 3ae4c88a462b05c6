package dev.plumbline.systems.linux;

import dev.plumbline.facts.Covered;
import java.util.List;
import java.util.Optional;

/**
 * Which links {@code ip link show} and its kin were asked for.
 *
 * @param device the one device; empty for all
 * @param kind the one link kind; empty for all
 * @param master the bridge or bond whose ports were asked for; empty for all
 * @param narrowed whether something else narrowed the listing, so that absence says nothing
 */
record Selection(String device, String kind, String master, boolean narrowed) {

    private static final List<String> NARROWING_PAIRS = List.of("to", "scope", "label", "group", "vrf", "vlan", "vid");

    private static final List<String> NARROWING_WORDS = List.of(
            "up",
            "nomaster",
            "novf",
            "dynamic",
            "permanent",
            "tentative",
            "deprecated",
            "dadfailed",
            "temporary",
            "primary",
            "secondary",
            "home",
            "mngtmpaddr",
            "nodad",
            "optimistic",
            "noprefixroute",
            "autojoin",
            "proto");

    static Selection of(List<String> words) {
        String device = "";
        String kind = "";
        String master = "";
        boolean narrowed = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            switch (word) {
                case "dev" -> {
                    narrowed |= !device.isEmpty();
                    device = next;
                    i++;
                }
                case "type" -> {
                    kind = next;
                    i++;
                }
                case "master" -> {
                    master = next;
                    i++;
                }
                default -> {
                    boolean pair = NARROWING_PAIRS.contains(word);
                    boolean plain = NARROWING_WORDS.contains(word) || word.startsWith("-") || !device.isEmpty();
                    narrowed |= pair || plain;
                    i += pair ? 1 : 0;
                    device = pair || plain ? device : word;
                }
            }
        }
        return new Selection(device, kind, master, narrowed);
    }

    /** How much was asked for; empty where absence from such a listing says nothing. */
    Optional<Covered.Extent> extent() {
        int given = (device.isEmpty() ? 0 : 1) + (kind.isEmpty() ? 0 : 1) + (master.isEmpty() ? 0 : 1);
        if (narrowed || given > 1 || !kind.isEmpty() && linkKind().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                !device.isEmpty()
                        ? new Covered.One(device)
                        : !kind.isEmpty()
                                ? new Covered.OfKind(kind)
                                : !master.isEmpty() ? new Covered.PortsOf(master) : Covered.WHOLE);
    }

    /** Whether this device alone was asked for. */
    boolean isOne(String name) {
        return device.equals(name);
    }

    /**
     * The kernel's kind of every link listed; empty where the listing holds several ({@code bridge_slave} is a role).
     */
    Optional<String> linkKind() {
        return kind.isEmpty() || kind.endsWith("_slave") ? Optional.empty() : Optional.of(kind);
    }
}
