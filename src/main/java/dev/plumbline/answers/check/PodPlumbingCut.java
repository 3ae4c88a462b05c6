package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.answers.TapNames;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Covered;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In a launcher's pod a tap is in no bridge, its bridge has no way on, or it is in the bridge of another of the pod's
 * interfaces: KubeVirt names tap and bridge after one interface (pkg/network/namescheme, virtnetlink).
 */
final class PodPlumbingCut implements Check {

    @Override
    public String id() {
        return "pod-plumbing-cut";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        List<Want> wants = new ArrayList<>();
        int taps = 0;
        for (Scene.Owned owned : scene.vmNics()) {
            List<Hop> hops = owned.hops();
            for (int i = 0; i + 1 < hops.size(); i++) {
                Hop tap = hops.get(i);
                if (tap.kind() instanceof Kind.Tap && tap.scope().is(Scope.Kind.POD) && !tap.gap()) {
                    taps++;
                    Hop next = hops.get(i + 1);
                    boolean last = i + 2 >= hops.size() || hops.get(i + 2).gap();
                    if (next.gap() && next.evidence().isEmpty()) {
                        wants.add(new Want(tap.scope(), "ip -j -d link"));
                    }
                    trouble(scene, owned, tap, next, last).ifPresent(troubles::add);
                }
            }
        }
        return taps > 0 && wants.isEmpty()
                ? Outcome.judged(troubles, taps + " taps")
                : Outcome.open(
                        troubles,
                        taps == 0 ? "no tap was seen in a pod" : "what a tap is a port of was not seen",
                        wants.stream().distinct().toList());
    }

    private static Optional<Trouble> trouble(Scene scene, Scene.Owned owned, Hop tap, Hop next, boolean last) {
        if (next.gap()) {
            return next.evidence().isEmpty()
                    ? Optional.empty()
                    : Optional.of(trouble(
                            owned,
                            tap,
                            tap.label() + " of " + owned.ref() + " is a port of no bridge",
                            "nothing from or to " + owned.ref() + " passes, at any size",
                            next.evidence()));
        }
        if (!(next.kind() instanceof Kind.Bridge) || !next.scope().equals(tap.scope())) {
            return Optional.empty();
        }
        List<Origin> evidence = scene.device(tap).map(Device::evidence).orElse(List.of());
        Optional<String> expected = TapNames.in(next.label());
        if (TapNames.isOne(tap.label())
                && expected.filter(name -> !name.equals(tap.label())).isPresent()) {
            return Optional.of(trouble(
                    owned,
                    tap,
                    tap.label() + " of " + owned.ref() + " is in " + next.label() + ", the bridge of " + expected.get(),
                    "the VM's NIC is on another of its networks",
                    evidence));
        }
        if (last && scene.sawPortsOf(new DeviceId(next.scope(), next.label())) && !routes(scene, next)) {
            return Optional.of(trouble(
                    owned,
                    next,
                    next.label() + " of " + owned.ref() + " leads nowhere: " + tap.label() + " is its only port",
                    "nothing from or to " + owned.ref() + " leaves its pod",
                    evidence));
        }
        return Optional.empty();
    }

    /** Whether the bridge may be a router's end instead, as with masquerade binding: that has an address. */
    private static boolean routes(Scene scene, Hop bridge) {
        return !scene.sawAll(bridge.scope(), Covered.Subject.ADDRESSES)
                || scene.facts(bridge.scope(), Address.class).stream()
                        .anyMatch(address -> address.device().equals(bridge.label())
                                && !address.cidr().startsWith("169.254.")
                                && !address.cidr().startsWith("fe80:"));
    }

    private static Trouble trouble(Scene.Owned owned, Hop at, String title, String breaks, List<Origin> evidence) {
        return new Trouble(
                Severity.ERROR,
                title,
                List.of(Scene.where(at)),
                List.of(owned.ref()),
                breaks,
                "restart the VM, so that KubeVirt wires its pod anew, and find out who changed it",
                evidence);
    }
}
