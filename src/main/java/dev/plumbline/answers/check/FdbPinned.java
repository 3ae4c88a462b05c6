package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.ForwardingEntry;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** An entry that no traffic made binds a VM's MAC to a port of a node's bridge that is not the VM's. */
final class FdbPinned implements Check {

    @Override
    public String id() {
        return "fdb-pinned";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        int entries = 0;
        for (Scope node : scene.scopes()) {
            if (node.is(Scope.Kind.NODE)) {
                entries += scene.facts(node, ForwardingEntry.class).size();
            }
        }
        for (Scene.Owned owned : scene.vmNics()) {
            for (int i = 0; i + 1 < owned.hops().size(); i++) {
                Hop veth = owned.hops().get(i);
                Hop bridge = owned.hops().get(i + 1);
                boolean port = veth.scope().is(Scope.Kind.NODE)
                        && !veth.gap()
                        && !bridge.gap()
                        && bridge.kind() instanceof Kind.Bridge
                        && bridge.scope().equals(veth.scope());
                if (port) {
                    pinned(scene, owned, veth, bridge.label()).ifPresent(troubles::add);
                }
            }
        }
        return entries > 0
                ? Outcome.judged(troubles, entries + " entries")
                : Outcome.open(troubles, "no bridge's forwarding table was seen", List.of());
    }

    private static Optional<Trouble> pinned(Scene scene, Scene.Owned owned, Hop veth, String bridge) {
        Set<Mac> macs = owned.hops().stream()
                .filter(hop -> hop.scope().is(Scope.Kind.GUEST))
                .flatMap(hop -> hop.mac().stream())
                .collect(Collectors.toSet());
        owned.nic().mac().ifPresent(macs::add);
        OptionalInt vlan = NicVlan.ofPort(scene, veth.scope(), bridge, veth.label());
        return scene.facts(veth.scope(), ForwardingEntry.class).stream()
                .filter(entry -> !entry.learned()
                        && entry.bridge().equals(bridge)
                        && macs.contains(entry.mac())
                        && !entry.device().equals(veth.label())
                        && mayHold(entry, vlan))
                .min(Comparator.comparing(entry -> !holds(entry, vlan)))
                .map(entry -> trouble(owned, veth, entry, holds(entry, vlan)));
    }

    /** A bridge looks a frame's MAC up in the frame's VLAN alone (net/bridge/br_fdb.c); an entry that names none is of all. */
    private static boolean holds(ForwardingEntry entry, OptionalInt vlan) {
        return entry.vlan().isEmpty() || entry.vlan().equals(vlan);
    }

    private static boolean mayHold(ForwardingEntry entry, OptionalInt vlan) {
        return vlan.isEmpty() || holds(entry, vlan);
    }

    private static Trouble trouble(Scene.Owned owned, Hop veth, ForwardingEntry entry, boolean holds) {
        String vlan = entry.vlan().isPresent() ? " vlan " + entry.vlan().getAsInt() : "";
        return new Trouble(
                holds ? Severity.ERROR : Severity.WARNING,
                entry.mac() + " of " + owned.ref() + " is bound to " + entry.device() + (holds ? "" : " in" + vlan)
                        + ", its port is " + veth.label(),
                List.of(veth.scope().path() + ":" + entry.device()),
                List.of(owned.ref()),
                holds
                        ? "frames to it from this node's other ports go out at the wrong one"
                        : "harmless where its port is in another VLAN, which was not seen",
                "bridge fdb del " + entry.mac() + " dev " + entry.device() + " master" + vlan
                        + ", and find out who made the entry",
                List.of(entry.origin()));
    }
}
