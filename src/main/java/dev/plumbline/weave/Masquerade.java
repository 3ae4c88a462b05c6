package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.NatRule;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * From the bridge of a masquerade binding the way to the pod's interface is network address translation, not a port
 * (KubeVirt pkg/network/setup/netpod, StaticMasqueradeBridgeMAC).
 */
final class Masquerade implements JoinRule.Within {

    private static final Mac FIXED = new Mac("02:00:00:00:00:00");
    private static final String PREFIX = "k6t-";

    @Override
    public String id() {
        return "masquerade";
    }

    @Override
    public List<Claim> join(Site pod) {
        List<Claim> claims = new ArrayList<>();
        for (Sighting bridge : pod.devices()) {
            if (bridge.name().startsWith(PREFIX) && !PodDevices.isTap(pod, bridge.name())) {
                claims.addAll(from(pod, bridge));
            }
        }
        return claims;
    }

    private List<Claim> from(Site pod, Sighting bridge) {
        String outside = bridge.name().substring(PREFIX.length());
        List<Origin> evidence = new ArrayList<>();
        List<String> premises = new ArrayList<>();
        bridge.macs().stream().filter(mac -> mac.value().equals(FIXED)).findFirst().ifPresent(mac -> {
            evidence.addAll(mac.evidence().subList(0, 1));
            premises.add("KubeVirt gives this fixed MAC to the bridge of a masquerade binding");
        });
        boolean translated = translates(pod, bridge, outside, evidence);
        if (evidence.isEmpty()) {
            return List.of();
        }
        if (pod.sawPortsOf(bridge.name())) {
            premises.add("the bridge has no port towards the node");
        }
        return List.of(new Claim.Leads(
                bridge.id(), Step.NAT, pod.id(outside), false, translated ? Verdict.PROVEN : Verdict.INFERRED,
                Verdict.PROVEN, id(), evidence, premises));
    }

    /** Whether both NAT directions between the guest of this bridge's subnet and the interface were seen. */
    private static boolean translates(Site pod, Sighting bridge, String outside, List<Origin> evidence) {
        List<Address> gateway = pod.all(Address.class).stream()
                .filter(address -> address.device().equals(bridge.name()) && address.basis() == Address.Basis.OBSERVED)
                .filter(Masquerade::isSure)
                .toList();
        List<NatRule> rules = pod.all(NatRule.class).stream()
                .filter(Masquerade::isSure)
                .filter(rule -> rule.device().equals(outside) || (rule.outward() && rule.device().isEmpty()))
                .filter(rule -> gateway.stream().anyMatch(address -> sameSlash24(address.cidr(), rule.guest())))
                .toList();
        boolean both = rules.stream().anyMatch(NatRule::outward) && rules.stream().anyMatch(rule -> !rule.outward());
        if (both) {
            rules.stream().filter(NatRule::outward).map(NatRule::origin).limit(1).forEach(evidence::add);
            rules.stream().filter(rule -> !rule.outward()).map(NatRule::origin).limit(1).forEach(evidence::add);
            gateway.stream().map(Address::origin).limit(1).forEach(evidence::add);
        }
        return both;
    }

    /** What was seen in a place that is only assumed translates nothing for sure. */
    private static boolean isSure(Fact fact) {
        return fact.vantage().standing().cap() == Verdict.PROVEN;
    }

    private static boolean sameSlash24(String cidr, String guest) {
        int end = cidr.lastIndexOf('.');
        return end > 0 && cidr.endsWith("/24") && guest.startsWith(cidr.substring(0, end + 1));
    }
}
