package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A tap that libvirt makes bears its NIC's MAC with {@code fe} for the first octet (libvirt src/util/virnetdevtap.c).
 * A habit, no identity: never better than inferred, and silent where libvirt's own listing was seen.
 */
final class TapMac implements JoinRule.Across {

    private static final String MADE = "fe";

    @Override
    public String id() {
        return "tap-mac";
    }

    @Override
    public Tie.Sort ties() {
        return Tie.Sort.GUEST_ON_LAUNCHER;
    }

    @Override
    public List<Claim> join(Site guest, Site launcher, Tie tie) {
        if (!launcher.all(DomainNic.class).isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (Sighting tap : launcher.devices()) {
            boolean made = tap.mac().filter(mac -> mac.text().startsWith(MADE)).isPresent();
            if (made && PodDevices.isTap(launcher, tap.name())) {
                Mac bears = tap.mac().orElseThrow();
                guestNics(guest, bears).forEach(nic -> claims.add(claim(nic, tap, tie)));
            }
        }
        return claims;
    }

    private static List<Sighting> guestNics(Site guest, Mac tap) {
        String rest = tap.text().substring(MADE.length());
        return GuestNics.of(guest).stream()
                .filter(nic ->
                        nic.mac().filter(mac -> mac.text().endsWith(rest)).isPresent())
                .toList();
    }

    private Claim claim(Sighting nic, Sighting tap, Tie tie) {
        List<Origin> evidence =
                List.of(nic.evidence().getFirst(), tap.evidence().getFirst());
        return new Claim.Leads(
                nic.id(),
                Step.VIRTIO,
                tap.id(),
                false,
                Verdict.INFERRED,
                tie.verdict(),
                id(),
                evidence,
                List.of("libvirt gives a tap that it makes the MAC of its NIC with fe for the first octet"));
    }
}
