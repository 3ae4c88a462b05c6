package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device on a NIC's line takes smaller frames than the guest sends: a bridge drops the larger ones in silence (kernel
 * net/bridge/br_forward.c, is_skb_forwardable). A bridge's own MTU limits nothing that it forwards.
 */
final class MtuNarrows implements Check {

    @Override
    public String id() {
        return "mtu-narrows";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        List<Want> wants = new ArrayList<>();
        int seen = 0;
        int paths = 0;
        for (Scene.Owned owned : scene.vmNics()) {
            // Translation takes packets, not frames: what follows it has an MTU of its own.
            List<Hop> frames = owned.hops().stream()
                    .takeWhile(hop -> hop.step().filter(Step.NAT::equals).isEmpty())
                    .filter(MtuNarrows::limits)
                    .toList();
            if (frames.isEmpty() || frames.getFirst().mtu().isEmpty()) {
                continue;
            }
            paths++;
            int sends = frames.getFirst().mtu().getAsInt();
            Optional<Hop> narrow = frames.stream()
                    .filter(hop -> hop.mtu().isPresent() && hop.mtu().getAsInt() < sends)
                    .findFirst();
            narrow.ifPresent(hop -> troubles.add(trouble(scene, owned, frames.getFirst(), hop)));
            for (Hop hop : frames) {
                if (hop.mtu().isPresent()) {
                    seen++;
                } else {
                    wants.add(new Want(hop.scope(), "ip -j -d link"));
                }
            }
        }
        boolean whole = paths > 0
                && wants.isEmpty()
                && scene.vmNics().stream()
                        .noneMatch(owned -> owned.hops().getLast().gap());
        return whole
                ? Outcome.judged(troubles, seen + " devices on " + paths + " paths")
                : Outcome.open(
                        troubles,
                        paths == 0 ? "no MTU of a guest's NIC was seen" : "not every device's MTU was seen",
                        wants.stream().distinct().toList());
    }

    private static boolean limits(Hop hop) {
        return !hop.gap() && !(hop.kind() instanceof Kind.Bridge) && !(hop.kind() instanceof Kind.ClusterNetwork);
    }

    private Trouble trouble(Scene scene, Scene.Owned owned, Hop first, Hop narrow) {
        int sends = first.mtu().orElseThrow();
        int takes = narrow.mtu().orElseThrow();
        List<Origin> evidence = Stream.of(first, narrow)
                .flatMap(hop -> scene.device(hop).stream())
                .map(Device::evidence)
                .flatMap(list -> list.stream().limit(1))
                .toList();
        return new Trouble(
                Severity.ERROR,
                owned.ref() + " sends frames of " + sends + ", " + narrow.label() + " takes " + takes,
                List.of(Scene.where(narrow)),
                List.of(owned.ref()),
                "frames above " + takes + " bytes are lost without a word; small pings still pass",
                "set the MTU of " + narrow.label() + " to " + sends
                        + " where it is made (the network's mtu in its NetworkAttachmentDefinition, the node's policy), then restart or migrate the VM",
                evidence);
    }
}
