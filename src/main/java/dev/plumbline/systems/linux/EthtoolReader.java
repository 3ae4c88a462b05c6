package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code ethtool -S X} (a veth's {@code peer_ifindex}) and {@code ethtool -i X} (driver and bus). */
public final class EthtoolReader implements Reader {

    @Override
    public String id() {
        return "ethtool";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().equals("ethtool") && command.arguments().size() == 2 && wanted(command);
    }

    private static boolean wanted(Command command) {
        return List.of("-S", "--statistics", "-i", "--driver")
                        .contains(command.arguments().getFirst())
                && DeviceName.valid(command.arguments().getLast());
    }

    @Override
    public Reading read(Observation observation) {
        String device = observation.command().arguments().getLast();
        List<Fact> facts = new ArrayList<>();
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            Link.Builder link = Link.named(device);
            OptionalInt peer = Words.number(words.at(1));
            Optional<String> kind = kind(words);
            if (words.at(0).equals("peer_ifindex:") && peer.isPresent()) {
                facts.add(link.peerIndex(peer.getAsInt()).seen(observation.vantage(), observation.at(line)));
            } else if (words.at(0).equals("bus-info:") && isBus(words.at(1))) {
                facts.add(link.hardware("ethtool bus-info " + words.at(1))
                        .seen(observation.vantage(), observation.at(line)));
            } else if (words.at(0).equals("driver:") && kind.isPresent()) {
                facts.add(link.kind(kind.get()).seen(observation.vantage(), observation.at(line)));
            }
        }
        return Reading.of(facts);
    }

    private static Optional<String> kind(Words words) {
        return switch (words.at(1)) {
            case "veth", "tun", "bridge", "openvswitch" -> Optional.of(words.at(1));
            case "bonding" -> Optional.of("bond");
            case "802.1Q" -> Optional.of("vlan");
            default -> Optional.empty();
        };
    }

    /** A PCI or USB address: a tun device says {@code tap} here, a bridge {@code N/A}. */
    private static boolean isBus(String word) {
        String[] parts = word.split("[:.]", -1);
        boolean pci = parts.length == 4
                && parts[0].length() >= 4
                && List.of(parts).stream().allMatch(part -> part.chars().allMatch(c -> Character.digit(c, 16) >= 0));
        return pci || word.startsWith("usb-");
    }
}
