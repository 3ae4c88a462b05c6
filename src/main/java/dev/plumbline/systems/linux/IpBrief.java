package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The columns of {@code ip -br link} and {@code ip -br addr}: a line a device, which names neither index nor master.
 */
final class IpBrief {

    private IpBrief() {}

    static List<Fact> read(Observation observation, Selection selection) {
        List<Fact> facts = new ArrayList<>();
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            String written = words.at(0);
            int at = written.lastIndexOf('@');
            String name = at < 0 ? written : written.substring(0, at);
            if (HeadLine.STATES.contains(words.at(1)) && DeviceName.valid(name)) {
                Link.Builder link = Link.named(name).state(words.at(1));
                selection.linkKind().ifPresent(link::kind);
                other(link, at < 0 ? "" : written.substring(at + 1));
                DeviceName.checked(selection.master()).ifPresent(link::master);
                layer(link, words);
                facts.add(link.seen(observation.vantage(), observation.at(line)));
                addresses(observation, line, name, words.from(2), facts);
            }
        }
        return facts;
    }

    private static void other(Link.Builder link, String written) {
        OptionalInt foreign = DeviceName.foreignIndex(written);
        if (foreign.isPresent()) {
            link.peerIndex(foreign.getAsInt());
        } else if (!written.equals("NONE")) {
            DeviceName.checked(written).ifPresent(link::base);
        }
    }

    private static void layer(Link.Builder link, Words words) {
        String last = words.last();
        Optional<Mac> mac = Mac.parse(words.at(2));
        if (last.startsWith("<") && last.endsWith(">")) {
            List<String> flags = List.of(last.substring(1, last.length() - 1).split(","));
            link.flags(flags).mac(flags.contains("LOOPBACK") ? Optional.empty() : mac);
        }
    }

    private static void addresses(Observation observation, Line line, String device, Words words, List<Fact> facts) {
        for (int i = 0; i < words.size(); i++) {
            boolean peer = words.at(i + 1).equals("peer");
            String cidr = peer ? CidrText.local(words.at(i), words.at(i + 2)) : words.at(i);
            i += peer ? 2 : 0;
            if (CidrText.valid(cidr)) {
                facts.add(
                        new Address(observation.vantage(), observation.at(line), device, cidr, Address.Basis.OBSERVED));
            }
        }
    }
}
