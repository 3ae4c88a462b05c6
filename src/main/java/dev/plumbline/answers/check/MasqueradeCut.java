package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.NatRule;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A launcher's pod does not do what a NIC of masquerade binding needs: forward packets and translate addresses (KubeVirt,
 * pkg/network/setup/netpod/masquerade).
 */
final class MasqueradeCut implements Check {

    /** KubeVirt sets it in every such pod: that no one showed it keeps nothing open. */
    private static final String FORWARD = "ip_forward";

    @Override
    public String id() {
        return "masquerade-cut";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        List<Want> wants = new ArrayList<>();
        int judged = 0;
        for (Scene.Owned owned : scene.vmNics()) {
            Optional<Hop> outside = owned.hops().stream()
                    .filter(hop -> hop.step().filter(Step.NAT::equals).isPresent())
                    .findFirst();
            if (outside.isEmpty()) {
                continue;
            }
            judged++;
            Scope pod = outside.get().scope();
            Optional<KernelSetting> forward = scene.setting(pod, "", FORWARD);
            if (forward.filter(setting -> setting.value().equals("0")).isPresent()) {
                troubles.add(trouble(
                        owned,
                        outside.get(),
                        "the pod of " + owned.ref() + " does not forward packets: ip_forward is 0",
                        List.of(forward.get().origin())));
            }
            List<NatRule> rules = scene.facts(pod, NatRule.class);
            boolean both =
                    rules.stream().anyMatch(NatRule::outward) && rules.stream().anyMatch(rule -> !rule.outward());
            if (!both && !scene.sawAll(pod, Covered.Subject.NAT_RULES)) {
                wants.add(new Want(pod, "nft list table ip nat"));
            } else if (!both) {
                troubles.add(trouble(
                        owned,
                        outside.get(),
                        "no rule of its pod translates the addresses of " + owned.ref(),
                        listed(scene, pod)));
            }
        }
        return judged > 0 && wants.isEmpty()
                ? Outcome.judged(troubles, judged + " NICs behind translation")
                : Outcome.open(
                        troubles,
                        judged == 0 ? "no NIC behind translation was seen" : "what its pod translates was not seen",
                        wants.stream().distinct().toList());
    }

    private static List<Origin> listed(Scene scene, Scope pod) {
        return scene.facts(pod, Covered.class).stream()
                .filter(covered -> covered.subject() == Covered.Subject.NAT_RULES)
                .map(Covered::origin)
                .toList();
    }

    private static Trouble trouble(Scene.Owned owned, Hop at, String title, List<Origin> evidence) {
        return new Trouble(
                Severity.ERROR,
                title,
                List.of(Scene.where(at)),
                List.of(owned.ref()),
                owned.ref() + " reaches its pod and nothing beyond, and nobody reaches it",
                "restart the VM, so that KubeVirt sets its pod up anew, and find out who changed it",
                evidence);
    }
}
