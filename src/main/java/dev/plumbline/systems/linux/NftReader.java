package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;

/** {@code nft list ruleset} and {@code nft list table}: the rules of a masquerade binding, and filters of bridged frames. */
public final class NftReader implements Reader {

    private static final List<String> TRANSLATING = List.of("dnat", "snat", "masquerade", "redirect");

    @Override
    public String id() {
        return "nft";
    }

    @Override
    public boolean reads(Command command) {
        List<String> words = command.operands();
        boolean json = command.arguments().stream().anyMatch(word -> word.equals("-j") || word.equals("--json"));
        boolean listing = words.size() >= 2
                && words.get(0).equals("list")
                && List.of("ruleset", "table", "tables").contains(words.get(1));
        return command.program().equals("nft")
                && !json
                && listing
                && !words.get(1).equals("tables");
    }

    @Override
    public Reading read(Observation observation) {
        if (!observation.filter().keepsNeighbours()) {
            // Which chain a rule stands in is told by the lines around it.
            return Reading.of(List.of());
        }
        NatChains chains = new NatChains(observation);
        boolean nat = false;
        boolean emptied = false;
        boolean gaps = false;
        boolean closed = false;
        String chain = "";
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text().replace("\"", ""));
            closed = line.text().equals("}");
            switch (words.at(0)) {
                case "table" -> {
                    nat = words.at(2).equals("nat");
                    chain = "";
                    emptied |= nat && words.at(1).equals("ip");
                }
                case "chain" -> chain = nat ? words.at(1) : "";
                case "}" -> chain = "";
                default -> {
                    emptied &= !nat || TRANSLATING.stream().noneMatch(words::has);
                    nat &= !words.gap();
                    gaps |= words.gap();
                    chain = words.gap() ? "" : chain;
                    if (!chain.isEmpty() && !words.has("!=")) {
                        chains.rule(line, chain, rule(words));
                    }
                }
            }
        }
        List<Fact> facts = new ArrayList<>(chains.facts());
        facts.addAll(FrameFilters.of(observation));
        // An empty listing, too: it takes away what an earlier one showed, and proves nothing itself.
        facts.add(new Covered(
                observation.vantage(),
                observation.atCommand(),
                Covered.Subject.PACKET_RULES,
                extent(observation.command()),
                observation.filter()));
        if (emptied) {
            // Without such a table the older iptables may translate, whose rules are not listed.
            facts.add(Coverage.of(observation, Covered.Subject.NAT_RULES, Covered.WHOLE, gaps || !closed));
        }
        return Reading.of(facts);
    }

    private static Covered.Extent extent(Command command) {
        List<String> words = command.operands();
        return words.get(1).equals("ruleset") && words.size() == 2
                ? Covered.WHOLE
                : new Covered.One(String.join(" ", words.subList(2, words.size())));
    }

    private static NatChains.Rule rule(Words words) {
        if (words.has("dnat")) {
            return new NatChains.Rule(words.after("iifname"), NatChains.host(words.after("to")), false, "");
        }
        if (words.has("masquerade")) {
            return new NatChains.Rule(words.after("oifname"), NatChains.host(words.after("saddr")), true, "");
        }
        String jump = words.has("jump") ? words.after("jump") : words.after("goto");
        return new NatChains.Rule(words.after("iifname"), "", false, jump);
    }
}
