package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A packet filter of a node takes, at a NIC's port, frames from other MACs than the NIC's alone: the spoof check of the bridge
 * plugin (containernetworking/plugins, macspoofchk) that was told another MAC.
 */
final class FramesRefused implements Check {

    @Override
    public String id() {
        return "frames-refused";
    }

    @Override
    public Outcome judge(Scene scene) {
        Map<DeviceId, KernelSetting> filters = new TreeMap<>();
        for (Scope scope : scene.scopes()) {
            if (scope.is(Scope.Kind.NODE)) {
                scene.facts(scope, KernelSetting.class).stream()
                        .filter(setting -> setting.name().equals(KernelSetting.FRAMES_FROM))
                        .forEach(setting -> filters.put(new DeviceId(scope, setting.device()), setting));
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        boolean unfollowed =
                filters.values().stream().anyMatch(setting -> setting.value().equals(KernelSetting.UNFOLLOWED));
        int judged = 0;
        for (Scene.Owned owned : scene.nics().toList()) {
            for (Hop hop : owned.hops()) {
                Optional<KernelSetting> filter = hop.name().map(name -> filters.get(new DeviceId(hop.scope(), name)));
                Optional<Mac> sender = sender(owned, hop);
                if (filter.isPresent()
                        && sender.isPresent()
                        && !filter.get().value().equals(KernelSetting.UNFOLLOWED)) {
                    judged++;
                    if (!List.of(filter.get().value().split(","))
                            .contains(sender.get().text())) {
                        troubles.add(trouble(owned, hop, filter.get(), sender.get()));
                    }
                }
            }
        }
        return judged > 0 && !unfollowed
                ? Outcome.judged(troubles, judged + " ports with a filter")
                : Outcome.open(
                        troubles,
                        unfollowed
                                ? "a packet filter's rules are not followed"
                                : "no filter of a port's frames was seen",
                        List.of());
    }

    /** Whose MAC the frames bear that come to a hop: the pod's interface where it translates, else the guest's, which is no tap's. */
    private static Optional<Mac> sender(Scene.Owned owned, Hop at) {
        Optional<Mac> sender = owned.hops().stream()
                .findFirst()
                .filter(first ->
                        !owned.machine().kind().equals("vm") || first.scope().is(Scope.Kind.GUEST))
                .map(Hop::mac)
                .orElse(owned.nic().mac());
        for (Hop hop : owned.hops()) {
            if (hop.equals(at)) {
                return sender;
            }
            if (hop.step().filter(Step.NAT::equals).isPresent()) {
                sender = hop.mac();
            }
        }
        return sender;
    }

    private static Trouble trouble(Scene.Owned owned, Hop port, KernelSetting filter, Mac sender) {
        return new Trouble(
                Severity.ERROR,
                port.label() + " takes frames from " + filter.value() + " alone, " + owned.ref() + " sends from "
                        + sender,
                List.of(Scene.where(port)),
                List.of(owned.ref()),
                "the VM hears, and is not heard: nothing that it sends passes this port",
                "give the NIC the MAC that its network was asked for with, or take macspoofchk out of the definition and restart the VM",
                List.of(filter.origin()));
    }
}
