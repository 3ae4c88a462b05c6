package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.AttachConfiguration;
import java.util.List;
import java.util.Optional;

/** A network larger than its bridge, or than the NIC beneath it. */
final class MtuExceedsBridge implements NetConfigRule {

    private static final int ETHERNET = 1500;

    @Override
    public String id() {
        return "mtu-exceeds-bridge";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.error(
                id(),
                "Frames above the smaller MTU are dropped without a word: small pings pass, large transfers hang.",
                "Set mtu at the bridge and at its NIC, as an interface of its own in desiredState, to that of the largest network.");

        for (Placed each : Placed.of(config)) {
            AttachConfiguration attachment =
                    config.attachments().get(each.subnet().attachConfiguration());
            if (attachment != null && attachment.bridge().isPresent()) {
                judge(each, attachment, remarks);
            }
        }
        return remarks.list();
    }

    private static void judge(Placed each, AttachConfiguration attachment, Remarks remarks) {
        List<Tree> interfaces =
                attachment.policy().at("desiredState", "interfaces").items();
        Optional<Tree> bridge = interfaces.stream()
                .filter(link ->
                        link.at("name").text().equals(attachment.bridge().get()))
                .findFirst();
        if (bridge.isEmpty()) {
            return;
        }
        narrower(each, bridge.get(), remarks);
        for (Tree port : bridge.get().at("bridge", "port").items()) {
            interfaces.stream()
                    .filter(link ->
                            link.at("name").text().equals(port.at("name").text()))
                    .findFirst()
                    .ifPresentOrElse(
                            link -> narrower(each, link, remarks), () -> unset(each, bridge.get(), port, remarks));
        }
    }

    private static void narrower(Placed each, Tree link, Remarks remarks) {
        Tree mtu = link.at("mtu");
        int wanted = each.network().mtu();
        if (mtu.integer().orElse(wanted) < wanted) {
            remarks.at(
                    mtu,
                    "network " + each.network().name() + " has MTU " + wanted + ", "
                            + link.at("name").text() + " beneath it " + mtu.text(),
                    each.network().tree().at("mtu"));
        }
    }

    /** A port that the policy does not name keeps the MTU it has: mostly 1500. */
    private static void unset(Placed each, Tree bridge, Tree port, Remarks remarks) {
        boolean said = each.network().mtu() > ETHERNET
                && bridge.at("mtu").integer().orElse(0) >= each.network().mtu();
        if (said) {
            remarks.at(
                    port.at("name"),
                    "network " + each.network().name() + " has MTU "
                            + each.network().mtu() + ", and no MTU is given for "
                            + port.at("name").text() + " beneath it",
                    each.network().tree().at("mtu"));
        }
    }
}
