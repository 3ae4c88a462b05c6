package dev.plumbline.systems.linux;

import dev.plumbline.facts.Link;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The first line of a link in the text of {@code ip} and {@code bridge}: {@code 61: vethc0ffee01@if4: <UP> mtu 1500
 * ...}.
 *
 * @param peerIndex {@code @ifN}
 * @param base {@code @NAME}
 * @param rest the words after the flags
 */
record HeadLine(
        int index,
        String name,
        OptionalInt peerIndex,
        Optional<String> base,
        List<String> flags,
        int mtu,
        Optional<String> state,
        Words rest) {

    /** The kernel's operstates; in lower case stands the state of a bridge port, which is another thing. */
    static final Set<String> STATES =
            Set.of("UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP");

    /** Whether the line begins as a head line does; it may still be broken off. */
    static boolean begins(String text) {
        String line = text.stripLeading();
        int digits = 0;
        while (digits < line.length() && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        return digits > 0 && line.startsWith(": ", digits);
    }

    /** Reads a whole head line; empty where it is broken off before all that it may say of the device. */
    static Optional<HeadLine> parse(String text) {
        int indexEnd = text.indexOf(": ");
        int flagsStart = text.indexOf(": <");
        int flagsEnd = text.indexOf('>', flagsStart + 1);
        if (indexEnd < 0 || flagsStart <= indexEnd || flagsEnd < 0) {
            return Optional.empty();
        }
        OptionalInt index = Words.number(text.substring(0, indexEnd).strip());
        Words names = Words.of(text.substring(indexEnd + 2, flagsStart));
        Words rest = Words.of(text.substring(flagsEnd + 1));
        OptionalInt mtu = Words.number(rest.settled("mtu"));
        String written = names.at(0);
        // iproute2 before 4.20 put state and peer of a bridge port apart: "5: veth0 state UP @if4: <".
        String apart = names.last().startsWith("@") ? names.last() : "";
        String state = names.at(1).equals("state") ? names.at(2) : rest.after("state");
        int at = written.lastIndexOf('@');
        String name = at < 0 ? written : written.substring(0, at);
        String other = at < 0 ? (apart.isEmpty() ? "" : apart.substring(1)) : written.substring(at + 1);
        // Behind master comes the state, and where a tool prints none, the queue's length: then the line is whole.
        boolean whole = STATES.contains(state)
                || !rest.settled("state").isEmpty()
                || !rest.after("qlen").isEmpty();
        if (index.isEmpty() || mtu.isEmpty() || !DeviceName.valid(name) || !whole) {
            return Optional.empty();
        }
        OptionalInt peerIndex = DeviceName.foreignIndex(other);
        return Optional.of(new HeadLine(
                index.getAsInt(),
                name,
                peerIndex,
                peerIndex.isPresent() || other.equals("NONE") ? Optional.empty() : DeviceName.checked(other),
                List.of(text.substring(flagsStart + 3, flagsEnd).split(",")).stream()
                        .filter(flag -> !flag.isEmpty())
                        .toList(),
                mtu.getAsInt(),
                STATES.contains(state) ? Optional.of(state) : Optional.empty(),
                rest));
    }

    /** The device it is a port of. */
    Optional<String> master() {
        return DeviceName.checked(rest.settled("master"));
    }

    /** What the line says of the device, but for {@code @...} and the state, which differ in meaning between tools. */
    Link.Builder link() {
        Link.Builder link = Link.named(name).index(index).mtu(mtu).flags(flags);
        master().ifPresent(link::master);
        return link;
    }
}
