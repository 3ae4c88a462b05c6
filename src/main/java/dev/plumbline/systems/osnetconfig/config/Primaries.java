package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.systems.osnetconfig.config.NetObject.Port;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which member a bridge, bond or team takes for its primary. */
final class Primaries {

    private Primaries() {}

    /**
     * The one member that says so, or what that one takes for its own.
     *
     * @param attribute what the holder sets on each member first, which no object at all cannot have
     * @param word for a bridge, a bond ...
     */
    static Optional<String> of(List<Optional<NetObject>> members, String attribute, String word) {
        Optional<String> primary = Optional.empty();
        for (Optional<NetObject> member : members) {
            Port port = port(member, attribute);
            if (port.primary()) {
                if (primary.isPresent()) {
                    throw Stop.invalid("Only one primary interface allowed per " + word + ".");
                }
                primary = Optional.of(port.primaryMember().orElse(port.name()));
            }
        }
        return primary;
    }

    /** Without one that says so, the first name by plain sort. */
    static String firstOf(List<Optional<NetObject>> members, String word) {
        return of(members, "primary", word)
                .orElseGet(() -> members.stream()
                        .flatMap(Optional::stream)
                        .map(member -> ((Port) member).name())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(() -> new Stop("IndexError", "list index out of range")));
    }

    static Port port(Optional<NetObject> member, String attribute) {
        return switch (member.orElseThrow(() -> Stop.noAttribute("NoneType", attribute))) {
            case Port port -> port;
            case NetObject.RouteTable _ -> throw Stop.noAttribute("RouteTable", "primary");
            case NetObject.Aside aside ->
                throw Stop.noAttribute(aside.word().equals("dcb") ? "Dcb" : "RouteRule", "primary");
        };
    }
}
