package dev.plumbline.answers.check;

import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address that a NIC's machine was seen to hold on a node's bridge.
 *
 * @param bridge the bridge's name: networks of one name on several nodes are one by plan
 * @param ip without its prefix length
 * @param number the same, as bits
 * @param prefix its length in bits
 */
record Held(
        Scene.Owned owner,
        String bridge,
        String device,
        String ip,
        BigInteger number,
        int bits,
        int prefix,
        List<Origin> evidence) {

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
        int slash = address.address().indexOf('/');
        if (slash < 0
                || !address.basis().equals("observed")
                || address.address().length() > 49) {
            return Optional.empty();
        }
        try {
            String ip = address.address().substring(0, slash);
            byte[] bytes = InetAddress.ofLiteral(ip).getAddress();
            int prefix = Integer.parseInt(address.address().substring(slash + 1));
            int bits = bytes.length * Byte.SIZE;
            boolean useful =
                    prefix > 0 && prefix < bits && !InetAddress.ofLiteral(ip).isLinkLocalAddress();
            return useful
                    ? Optional.of(new Held(
                            owned,
                            bridge,
                            address.device(),
                            ip,
                            new BigInteger(1, bytes),
                            bits,
                            prefix,
                            address.evidence()))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether the other's address lies in this one's subnet. */
    boolean takesIn(Held other) {
        return bits == other.bits && number.shiftRight(bits - prefix).equals(other.number.shiftRight(bits - prefix));
    }

    /** The device that holds it, as findings name it. */
    String where() {
        return owner.hops().getFirst().scope().path() + ":" + device;
    }
}
