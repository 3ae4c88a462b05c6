package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NatRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chains of a NAT table. KubeVirt names the pod's interface in the rule that jumps to {@code KUBEVIRT_PREINBOUND},
 * and the guest's address in that chain: the two make one statement where nothing else enters the chain.
 */
final class NatChains {

    /**
     * A rule as far as it matters here.
     *
     * @param device the interface it names; empty where none
     * @param guest the one address it names; empty where none
     * @param outward whether it masquerades that address, rather than sends to it
     * @param jump the chain it goes on in; empty where it ends
     */
    record Rule(String device, String guest, boolean outward, String jump) {}

    private record Placed(Line line, String chain, Rule rule) {}

    private final Observation observation;
    private final List<Placed> rules = new ArrayList<>();

    NatChains(Observation observation) {
        this.observation = observation;
    }

    void rule(Line line, String chain, Rule rule) {
        rules.add(new Placed(line, chain, rule));
    }

    List<Fact> facts() {
        Map<String, List<Placed>> entries = new LinkedHashMap<>();
        rules.stream()
                .filter(each -> !each.rule().jump().isEmpty())
                .forEach(each -> entries.computeIfAbsent(each.rule().jump(), _ -> new ArrayList<>())
                        .add(each));
        List<Fact> facts = new ArrayList<>();
        for (Placed each : rules) {
            Rule rule = each.rule();
            if (rule.guest().isEmpty()) {
                continue;
            }
            List<Placed> into = entries.getOrDefault(each.chain(), List.of());
            if (DeviceName.valid(rule.device())) {
                facts.add(fact(each.line(), rule.device(), rule));
            } else if (into.size() == 1
                    && !rule.outward()
                    && DeviceName.valid(into.getFirst().rule().device())) {
                facts.add(fact(into.getFirst().line(), into.getFirst().rule().device(), rule));
            } else if (rule.device().isEmpty() && rule.outward()) {
                facts.add(fact(
                        each.line(), "", rule)); // KubeVirt's nftables rule names the guest alone: by whichever device
            }
        }
        return facts.stream().distinct().toList();
    }

    private NatRule fact(Line line, String device, Rule rule) {
        return new NatRule(observation.vantage(), observation.at(line), device, rule.guest(), rule.outward());
    }

    /**
     * The one address of {@code 10.0.2.2}, {@code 10.0.2.2/32}, {@code 10.0.2.2:80}; empty for a network or a range.
     */
    static String host(String written) {
        int slash = written.indexOf('/');
        String address = slash < 0 ? written : written.substring(0, slash);
        if (slash >= 0 && !written.substring(slash + 1).equals(String.valueOf(CidrText.bits(address)))) {
            return "";
        }
        int colon = address.indexOf(':');
        boolean port = colon > 0 && address.indexOf(':', colon + 1) < 0;
        String bare = port ? address.substring(0, colon) : address;
        return CidrText.isAddress(bare) ? bare : "";
    }
}
