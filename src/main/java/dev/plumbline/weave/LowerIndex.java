package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A pod's macvtap or macvlan leads to the node's device whose ifindex it names (rtnetlink IFLA_LINK: of these kinds the lower
 * device, not a peer). Never better than inferred: the lower device does not point back.
 */
final class LowerIndex implements JoinRule.Across {

    private static final Set<String> KINDS = Set.of("macvtap", "macvlan", "ipvlan", "ipvtap");

    @Override
    public String id() {
        return "lower-index";
    }

    @Override
    public Tie.Sort ties() {
        return Tie.Sort.POD_ON_NODE;
    }

    @Override
    public List<Claim> join(Site pod, Site node, Tie tie) {
        List<Claim> claims = new ArrayList<>();
        for (Sighting device : pod.devices()) {
            if (isOverLower(device)) {
                for (Held<Integer> lower : device.peers()) {
                    node.withIndex(lower.value()).forEach(below -> claims.add(leads(device, lower, below, tie)));
                }
            }
        }
        return claims;
    }

    /** Whether its {@code @ifN} names the device it stands on. */
    static boolean isOverLower(Sighting device) {
        return device.kind().filter(KINDS::contains).isPresent();
    }

    private Claim leads(Sighting device, Held<Integer> lower, Sighting below, Tie tie) {
        List<Origin> evidence = new ArrayList<>(lower.evidence().subList(0, 1));
        evidence.addAll(below.evidence().subList(0, 1));
        List<String> premises = new ArrayList<>(tie.premises());
        premises.add("the pod's device names the index " + lower.value() + "; nothing on the node points back");
        return new Claim.Leads(
                device.id(),
                Step.LOWER,
                below.id(),
                false,
                lower.cap().and(Verdict.INFERRED),
                tie.verdict(),
                id(),
                evidence,
                premises);
    }
}
