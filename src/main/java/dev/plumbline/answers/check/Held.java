package dev.plumbline.answers.check;

import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address that a NIC's machine was seen to hold on a node's bridge.
 *
 * @param bridge the bridge's name: networks of one name on several nodes are one by plan
 */
record Held(Scene.Owned owner, String bridge, String device, Cidr cidr, List<Origin> evidence) {

    /** RFC 3927. */
    private static final Cidr V4_LINK_LOCAL = new Cidr(Ip.v4(0xA9FE0000L), 16);

    /** Addresses behind a translation are each pod's own; those of one host's length and of the link alone name no subnet. */
    static List<Held> all(Scene scene) {
        List<Held> all = new ArrayList<>();
        for (Scene.Owned owned : scene.nics().toList()) {
            Optional<String> bridge = owned.hops().stream()
                    .takeWhile(hop -> hop.step().filter(Step.NAT::equals).isEmpty())
                    .filter(hop -> !hop.gap()
                            && hop.kind() instanceof Kind.Bridge
                            && hop.scope().is(dev.plumbline.evidence.Scope.Kind.NODE))
                    .map(Hop::label)
                    .findFirst();
            if (bridge.isPresent()) {
                for (Nic.NicAddress address : owned.nic().addresses()) {
                    of(owned, bridge.get(), address).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<Held> of(Scene.Owned owned, String bridge, Nic.NicAddress address) {
        return Cidr.parse(address.address())
                .filter(cidr -> address.basis().equals("observed") && cidr.prefix() > 0 && !cidr.isHost())
                .filter(cidr -> !cidr.address().linkLocal() && !V4_LINK_LOCAL.contains(cidr.address()))
                .map(cidr -> new Held(owned, bridge, address.device(), cidr, address.evidence()));
    }

    String ip() {
        return cidr.host();
    }

    int prefix() {
        return cidr.prefix();
    }

    /** Whether the other's address lies in this one's subnet. */
    boolean takesIn(Held other) {
        return cidr.contains(other.cidr.address());
    }

    /** The device that holds it, as findings name it. */
    String where() {
        return owner.hops().getFirst().scope().path() + ":" + device;
    }
}
