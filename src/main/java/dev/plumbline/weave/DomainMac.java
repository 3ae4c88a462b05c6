package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The guest's NIC is the tap's other side where the guest and its own domain show one MAC (libvirt: domain XML {@code mac} and
 * {@code target}).
 */
final class DomainMac implements JoinRule.Across {

    @Override
    public String id() {
        return "domain-mac";
    }

    @Override
    public Tie.Sort ties() {
        return Tie.Sort.GUEST_ON_LAUNCHER;
    }

    @Override
    public List<Claim> join(Site guest, Site launcher, Tie tie) {
        List<Claim> claims = new ArrayList<>();
        for (DomainNic nic : launcher.all(DomainNic.class)) {
            if (nic.target().isEmpty() || nic.mac().isEmpty()) {
                continue;
            }
            Mac mac = nic.mac().get();
            for (Sighting device : guest.withMac(mac)) {
                if (GuestNics.possible(guest, device)) {
                    claims.add(claim(guest, device, launcher, nic, tie));
                }
            }
        }
        return claims;
    }

    private Claim claim(Site guest, Sighting device, Site launcher, DomainNic nic, Tie tie) {
        Held<Mac> held = device.macs().stream()
                .filter(one -> nic.mac().filter(one.value()::equals).isPresent())
                .findFirst()
                .orElseThrow();
        boolean sure = GuestNics.sure(guest, device);
        List<Origin> evidence = new ArrayList<>(held.evidence());
        evidence.add(nic.origin());
        List<String> premises = new ArrayList<>(tie.premises());
        if (!sure) {
            premises.add("nothing says that " + device.name() + " is a NIC and not a bridge or bond over one");
        }
        if (held.cap() != Verdict.PROVEN) {
            premises.add(
                    "a head line may be missing above the line that shows this MAC; ip -j link or ip addr would settle it");
        }
        boolean own = GuestNics.ownMac(held);
        if (!own && held.cap() == Verdict.PROVEN) {
            premises.add("a bond gives its ports one MAC, and nothing shows that this is " + device.name() + "'s own");
        }
        Verdict verdict = (sure && own ? Verdict.PROVEN : Verdict.INFERRED)
                .and(held.cap())
                .and(nic.vantage().standing().cap());
        return new Claim.Leads(
                device.id(),
                Step.VIRTIO,
                launcher.id(nic.target()),
                false,
                verdict,
                tie.verdict(),
                id(),
                evidence,
                premises);
    }
}
