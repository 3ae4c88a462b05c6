package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.facts.Link;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A guest's NIC bears another MAC than its domain gave it. Members of a bond share one by right. */
final class GuestMacDiffers implements Check {

    @Override
    public String id() {
        return "guest-mac-differs";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        int nics = 0;
        for (Scene.Owned owned : scene.vmNics()) {
            List<Hop> inGuest = owned.hops().stream()
                    .filter(hop -> hop.scope().is(Scope.Kind.GUEST))
                    .toList();
            boolean bonded = inGuest.stream().anyMatch(hop -> hop.kind() instanceof Kind.Bond);
            Optional<Hop> nic = inGuest.stream()
                    .filter(hop -> hop.kind() instanceof Kind.Nic && hop.mac().isPresent())
                    .findFirst();
            if (nic.isEmpty() || bonded || owned.nic().mac().isEmpty()) {
                continue;
            }
            nics++;
            if (!owned.nic().mac().equals(nic.get().mac()) && isOwn(scene, nic.get())) {
                troubles.add(trouble(scene, owned, nic.get()));
            }
        }
        return nics > 0
                ? Outcome.judged(troubles, nics + " NICs")
                : Outcome.open(troubles, "no NIC's MAC was seen in its guest", List.of());
    }

    /** An address line whose head line may be lost can be another NIC's. */
    private static boolean isOwn(Scene scene, Hop nic) {
        return scene.facts(nic.scope(), Link.class).stream()
                .filter(link -> link.name().equals(nic.label()) && link.mac().equals(nic.mac()))
                .anyMatch(link -> link.vantage().standing() != Standing.ASSUMED
                        || !link.flags().isEmpty());
    }

    private static Trouble trouble(Scene scene, Scene.Owned owned, Hop nic) {
        return new Trouble(
                Severity.WARNING,
                owned.ref() + " has MAC " + nic.mac().orElseThrow() + " in its guest, "
                        + owned.nic().mac().orElseThrow() + " in its domain",
                List.of(Scene.where(nic)),
                List.of(owned.ref()),
                "where MACs are checked (macspoofchk, port security) its frames are dropped; tables by MAC miss it",
                "set the MAC in the VM's spec, or take it out of the guest's configuration",
                scene.device(nic).map(Device::evidence).orElse(List.of()));
    }
}
