package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.List;

/** A NIC's veth on the node is a port of no bridge: the CNI put it into one, and somebody or something took it out. */
final class VethNotInBridge implements Check {

    @Override
    public String id() {
        return "veth-not-in-bridge";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        List<Want> wants = new ArrayList<>();
        int veths = 0;
        for (Scene.Owned owned : scene.nics().toList()) {
            List<Hop> hops = owned.hops();
            for (int i = 0; i < hops.size(); i++) {
                Hop hop = hops.get(i);
                boolean veth = hop.kind() instanceof Kind.Veth && hop.scope().is(Scope.Kind.NODE);
                if (!veth || hop.gap()) {
                    continue;
                }
                veths++;
                boolean last = i == hops.size() - 1 || hops.get(i + 1).gap();
                if (last && !hops.getLast().evidence().isEmpty()) {
                    troubles.add(trouble(owned, hop, hops.getLast(), scene));
                } else if (last) {
                    wants.add(new Want(hop.scope(), "ip -j -d link"));
                }
            }
        }
        return veths > 0 && wants.isEmpty()
                ? Outcome.judged(troubles, veths + " veths")
                : Outcome.open(
                        troubles,
                        veths == 0 ? "no NIC's veth was seen on a node" : "what a veth is a port of was not seen",
                        wants.stream().distinct().toList());
    }

    private static Trouble trouble(Scene.Owned owned, Hop veth, Hop gap, Scene scene) {
        List<String> bridge = Expected.bridge(scene, owned).stream().toList();
        String expected = bridge.isEmpty() ? "" : "; its network asks for " + bridge.getFirst();
        return new Trouble(
                Severity.ERROR,
                veth.label() + " of " + owned.ref() + " is a port of no bridge" + expected,
                List.of(Scene.where(veth)),
                List.of(owned.ref()),
                "nothing from or to " + owned.ref() + " passes, at any size",
                bridge.isEmpty()
                        ? "put it back into its bridge, or restart the VM so that the CNI does"
                        : "ip link set " + veth.label() + " master " + bridge.getFirst()
                                + ", or restart the VM so that the CNI does",
                gap.evidence().isEmpty()
                        ? scene.device(veth).map(Device::evidence).orElse(List.of())
                        : gap.evidence());
    }
}
