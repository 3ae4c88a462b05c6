package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code ifconfig} of net-tools 2: {@code eth0: flags=4163<UP,...>  mtu 1500}, then a line an address. */
public final class IfconfigReader implements Reader {

    @Override
    public String id() {
        return "ifconfig";
    }

    @Override
    public boolean reads(Command command) {
        List<String> words = command.arguments();
        boolean one = words.size() == 1 && (words.getFirst().equals("-a") || DeviceName.valid(words.getFirst()));
        return command.program().equals("ifconfig") && (words.isEmpty() || one);
    }

    /** The device whose lines are being read. @param device without an alias' colon and number */
    private record Head(Line line, String device, boolean alias, List<String> flags, int mtu) {}

    @Override
    public Reading read(Observation observation) {
        List<Fact> facts = new ArrayList<>();
        List<Fact> addresses = new ArrayList<>();
        Optional<Head> open = Optional.empty();
        Optional<Mac> mac = Optional.empty();
        for (Line line : observation.lines()) {
            String text = line.text();
            Words words = Words.of(text);
            boolean begins = !text.isBlank() && !Character.isWhitespace(text.charAt(0));
            if (begins || text.isBlank() || words.gap()) {
                close(observation, open, mac, addresses, facts);
                mac = Optional.empty();
                open = begins ? head(line) : Optional.empty();
            } else if (open.isPresent() && observation.filter().keepsNeighbours()) {
                mac = words.at(0).equals("ether") ? Mac.parse(words.at(1)) : mac;
                address(observation, line, words, open.get().device()).ifPresent(addresses::add);
            }
        }
        close(observation, open, mac, addresses, facts);
        return Reading.of(facts);
    }

    private static Optional<Head> head(Line line) {
        int start = line.text().indexOf(": flags=");
        int flagsStart = line.text().indexOf('<', start + 1);
        int flagsEnd = line.text().indexOf('>', flagsStart + 1);
        if (start < 0 || flagsStart < 0 || flagsEnd < 0) {
            return Optional.empty();
        }
        String name = line.text().substring(0, start);
        String device = DeviceName.withoutAlias(name);
        OptionalInt mtu = Words.number(Words.of(line.text().substring(flagsEnd)).after("mtu"));
        List<String> flags =
                List.of(line.text().substring(flagsStart + 1, flagsEnd).split(","));
        return mtu.isPresent() && DeviceName.valid(device)
                ? Optional.of(new Head(line, device, !name.equals(device), flags, mtu.getAsInt()))
                : Optional.empty();
    }

    private static void close(
            Observation observation, Optional<Head> open, Optional<Mac> mac, List<Fact> addresses, List<Fact> facts) {
        open.filter(head -> !head.alias())
                .map(head -> Link.named(head.device())
                        .mtu(head.mtu())
                        .mac(mac)
                        .flags(head.flags())
                        .seen(observation.vantage(), observation.at(head.line())))
                .ifPresent(facts::add);
        facts.addAll(addresses);
        addresses.clear();
    }

    private static Optional<Fact> address(Observation observation, Line line, Words words, String device) {
        OptionalInt length = words.at(0).equals("inet")
                ? CidrText.maskLength(words.after("netmask"))
                : Words.number(words.settled("prefixlen"));
        String cidr = words.at(1) + "/" + (length.isPresent() ? String.valueOf(length.getAsInt()) : "");
        boolean address = words.at(0).equals("inet") || words.at(0).equals("inet6");
        return address && CidrText.valid(cidr)
                ? Optional.of(
                        new Address(observation.vantage(), observation.at(line), device, cidr, Address.Basis.OBSERVED))
                : Optional.empty();
    }
}
