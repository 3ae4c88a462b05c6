package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Collects attribute files of devices below {@code /sys/class/net}, a fact a value, since each has a line of its own.
 */
final class SysfsAttributes {

    private final Observation observation;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Map<Fact, String> facts = new LinkedHashMap<>();

    SysfsAttributes(Observation observation) {
        this.observation = observation;
    }

    void take(SysfsNetPath path, String value, Line line) {
        Link.Builder link = Link.named(path.device());
        OptionalInt number = Words.number(value);
        Optional<Mac> mac = Mac.parse(value);
        boolean known = switch (path.attribute()) {
            case "ifindex" -> number.isPresent() && is(link.index(number.getAsInt()));
            case "iflink" -> number.isPresent() && is(link.peerIndex(number.getAsInt()));
            case "mtu" -> number.isPresent() && is(link.mtu(number.getAsInt()));
            case "address" -> mac.filter(each -> !each.equals(NONE)).isPresent() && is(link.mac(mac));
            case "operstate" -> isWord(value) && is(link.state(value.toUpperCase(Locale.ROOT)));
            default -> false;
        };
        if (known) {
            Link seen = link.seen(observation.vantage(), observation.at(line));
            facts.put(seen, path.device());
            seen.index().ifPresent(index -> indexes.put(path.device(), index));
        }
    }

    private static final Mac NONE = new Mac("00:00:00:00:00:00");

    private static boolean is(Link.Builder known) {
        return !known.name().isEmpty();
    }

    private static boolean isWord(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /**
     * What was collected; an iflink that equals the device's own ifindex means that it has neither peer nor lower
     * device.
     */
    List<Fact> facts() {
        return facts.entrySet().stream()
                .filter(each -> !(each.getKey() instanceof Link link) || !pointsAtItself(link))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean pointsAtItself(Link link) {
        Integer own = indexes.getOrDefault(link.name(), -1);
        return link.peerIndex().isPresent() && link.peerIndex().getAsInt() == own;
    }
}
