package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.List;

/** What may not change once a net config is there: bridge names, the domain, reserved MACs. */
final class ImmutableChanged implements ReviewRule {

    @Override
    public String id() {
        return "immutable-changed";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.refused(
                id(),
                "The webhook refuses the update.",
                "Keep the value; for another bridge add an attachConfiguration and move subnets to it.");
        for (DirectorInputs inputs : reviewed.inputs()) {
            for (NetConfig config : inputs.netConfigs()) {
                reviewed.before("OpenStackNetConfig", config.tree()).ifPresent(old -> compare(config, old, remarks));
            }
        }
        return remarks.list();
    }

    private static void compare(NetConfig config, Tree old, Remarks remarks) {
        Tree domain = old.at("spec", "domainName");
        if (domain.present() && !domain.text().equals(config.domainName())) {
            remarks.at(
                    config.tree().at("spec", "domainName"),
                    "domainName changes from " + domain.text() + " to " + config.domainName(),
                    domain);
        }
        config.attachments().forEach((key, attachment) -> {
            Tree before = old.at("spec", "attachConfigurations", key);
            Tree was = bridge(before);
            Tree is = bridge(attachment.tree());
            if (before.present() && !was.text().equals(is.text())) {
                remarks.at(is, key + ": the bridge's name changes from " + was.text() + " to " + is.text(), was);
            }
        });
        config.reservations()
                .forEach((host, reservation) -> reservation.macs().forEach((physnet, mac) -> {
                    Tree was = old.at("spec", "reservations", host, "macReservations", physnet);
                    if (was.present() && !was.text().equals(mac.text())) {
                        remarks.at(
                                mac,
                                host + " on " + physnet + ": the MAC changes from " + was.text() + " to " + mac.text(),
                                was);
                    }
                }));
    }

    /** Name of the first interface that has a key bridge. */
    private static Tree bridge(Tree attachment) {
        return attachment.at("nodeNetworkConfigurationPolicy", "desiredState", "interfaces").items().stream()
                .filter(each -> each.at("bridge").present())
                .findFirst()
                .map(each -> each.at("name"))
                .orElse(new Tree.Missing(attachment.spot()));
    }
}
