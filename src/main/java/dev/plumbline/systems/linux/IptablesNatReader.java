package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.List;

/** {@code iptables -t nat -S} and {@code iptables-save}: the rules of a masquerade binding. */
public final class IptablesNatReader implements Reader {

    private static final List<String> SAVE = List.of(
            "iptables-save", "ip6tables-save", "iptables-nft-save", "iptables-legacy-save", "ip6tables-nft-save");

    private static final List<String> LIST =
            List.of("iptables", "ip6tables", "iptables-nft", "iptables-legacy", "ip6tables-nft");

    @Override
    public String id() {
        return "iptables-nat";
    }

    @Override
    public boolean reads(Command command) {
        boolean nat = command.option("-t", "--table").equals("nat");
        boolean listing = command.has("-S") || command.has("--list-rules");
        return SAVE.contains(command.program()) || LIST.contains(command.program()) && nat && listing;
    }

    @Override
    public Reading read(Observation observation) {
        NatChains chains = new NatChains(observation);
        String table = "nat";
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            if (words.at(0).startsWith("*")) {
                table = words.at(0).substring(1);
            }
            // A negated match ("! -i eth0") says where the rule does not apply.
            if (words.at(0).equals("-A") && table.equals("nat") && !words.has("!")) {
                chains.rule(line, words.at(1), rule(words));
            }
        }
        return Reading.of(chains.facts());
    }

    private static NatChains.Rule rule(Words words) {
        String target = words.has("-j") ? words.after("-j") : words.after("-g");
        String source = words.has("-s") ? words.after("-s") : words.after("--source");
        return switch (target) {
            case "DNAT" -> {
                String guest = NatChains.host(words.after("--to-destination"));
                yield new NatChains.Rule(words.after("-i"), guest, false, "");
            }
            case "MASQUERADE" -> new NatChains.Rule(words.after("-o"), NatChains.host(source), true, "");
            default -> new NatChains.Rule(words.after("-i"), "", false, target);
        };
    }
}
