package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Step;
import java.util.List;

/**
 * One NIC of the guest and one of its domain are left over when all others have found each other by MAC: the guest has
 * changed that MAC. Never better than inferred.
 */
final class DomainRest implements JoinRule.Across {

    @Override
    public String id() {
        return "domain-rest";
    }

    @Override
    public Tie.Sort ties() {
        return Tie.Sort.GUEST_ON_LAUNCHER;
    }

    @Override
    public List<Claim> join(Site guest, Site launcher, Tie tie) {
        List<DomainNic> nics = launcher.all(DomainNic.class);
        List<DomainNic> leftBelow = nics.stream()
                .filter(nic -> !nic.target().isEmpty()
                        && nic.mac()
                                .filter(mac -> !guest.withMac(mac).isEmpty())
                                .isEmpty())
                .toList();
        List<Sighting> leftAbove = GuestNics.of(guest).stream()
                .filter(device ->
                        device.mac().filter(mac -> domainHas(nics, mac)).isEmpty())
                .toList();
        boolean one = leftBelow.stream().map(DomainNic::target).distinct().count() == 1 && leftAbove.size() == 1;
        if (!one || !guest.sawAll(Covered.Subject.LINKS)) {
            return List.of();
        }
        Sighting device = leftAbove.getFirst();
        List<Origin> evidence =
                List.of(device.evidence().getFirst(), leftBelow.getFirst().origin());
        String premise = "all other NICs of guest and domain match by MAC; these two are left over";
        return List.of(new Claim.Leads(
                device.id(),
                Step.VIRTIO,
                launcher.id(leftBelow.getFirst().target()),
                false,
                Verdict.INFERRED,
                tie.verdict(),
                id(),
                evidence,
                List.of(premise)));
    }

    private static boolean domainHas(List<DomainNic> nics, Mac mac) {
        return nics.stream().anyMatch(nic -> nic.mac().filter(mac::equals).isPresent());
    }
}
