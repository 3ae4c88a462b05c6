package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.AttachConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two subnets on one bridge with one VLAN, or both without. */
final class VlanReused implements NetConfigRule {

    @Override
    public String id() {
        return "vlan-reused";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.warning(
                id(),
                "Both are one segment on the wire: broadcasts, DHCP and router advertisements of one reach the other.",
                "Give each subnet on a bridge its own VLAN.");

        Map<String, Placed> seen = new HashMap<>();
        for (Placed each : Placed.of(config)) {
            AttachConfiguration attachment =
                    config.attachments().get(each.subnet().attachConfiguration());
            if (attachment == null || attachment.bridge().isEmpty()) {
                continue;
            }
            // The control plane's VLAN is dropped.
            int vlan = each.network().controlPlane() ? 0 : each.subnet().vlan();
            String bridge = attachment.bridge().get();
            Placed first = seen.putIfAbsent(vlan + " " + bridge, each);
            if (first != null) {
                remarks.at(
                        place(each),
                        "subnets " + first.name() + " and " + each.name() + " share "
                                + (vlan == 0 ? "the untagged segment" : "VLAN " + vlan) + " of bridge " + bridge,
                        place(first));
            }
        }
        return remarks.list();
    }

    private static Tree place(Placed placed) {
        Tree vlan = placed.subnet().tree().at("vlan");
        return vlan.present() ? vlan : placed.subnet().tree().at("name");
    }
}
