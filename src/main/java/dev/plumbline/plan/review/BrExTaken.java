package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.AttachConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Linux bridge br-ex where OVN-Kubernetes has an OVS bridge of that name. */
final class BrExTaken implements ReviewRule {

    @Override
    public String id() {
        return "br-ex-taken";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.error(
                id(),
                "nmstate takes the node's own network apart: the node is lost to the cluster.",
                "Name the bridge br-ex-osp.");
        Optional<Tree> network = reviewed.all("operator.openshift.io", "Network")
                .map(each -> each.at("spec", "defaultNetwork", "type"))
                .filter(type -> !type.text().isEmpty())
                .findFirst()
                .or(() -> reviewed.all("config.openshift.io", "Network")
                        .flatMap(each -> Stream.of(each.at("status", "networkType"), each.at("spec", "networkType")))
                        .filter(type -> !type.text().isEmpty())
                        .findFirst());
        if (network.isEmpty() || !network.get().text().equals("OVNKubernetes")) {
            return List.of();
        }
        for (DirectorInputs inputs : reviewed.inputs()) {
            for (NetConfig config : inputs.netConfigs()) {
                for (AttachConfiguration each : config.attachments().values()) {
                    each.policy().at("desiredState", "interfaces").items().stream()
                            .filter(link -> link.at("name").text().equals("br-ex")
                                    && link.at("type").text().equals("linux-bridge"))
                            .forEach(link -> remarks.at(
                                    link.at("name"),
                                    each.key() + " makes a Linux bridge br-ex, which OVN-Kubernetes has",
                                    network.get()));
                }
            }
        }
        return remarks.list();
    }
}
