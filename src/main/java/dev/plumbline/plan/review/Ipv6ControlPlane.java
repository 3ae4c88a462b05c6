package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.List;
import java.util.Optional;

/** An IPv6 control plane with release 17, whose files hold its IPv4 values alone. */
final class Ipv6ControlPlane implements ReviewRule {

    @Override
    public String id() {
        return "ipv6-control-plane";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.warning(
                id(),
                "CtlplaneNetworkAttributes has no cidr and no gateway: the default route of NIC 2 has no next hop.",
                "Keep the control plane IPv4 with release 17.");
        for (DirectorInputs inputs : reviewed.inputs()) {

            Optional<DirectorInputs.ControlPlane> seventeen = inputs.controlPlanes().stream()
                    .filter(DirectorInputs.ControlPlane::is17)
                    .findFirst();
            for (NetConfig config : seventeen.isPresent() ? inputs.netConfigs() : List.<NetConfig>of()) {
                for (Placed each : Placed.of(config)) {
                    if (each.network().controlPlane() && each.subnet().ipv6()) {
                        remarks.at(
                                each.subnet().family().at("cidr"),
                                "the control plane's subnet " + each.name() + " is IPv6, with release "
                                        + seventeen.get().release(),
                                seventeen.get().tree().at("spec", "openStackRelease"));
                    }
                }
            }
        }
        return remarks.list();
    }
}
