package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two networks of one name or one lower name. */
final class NetworkNameTwice implements NetConfigRule {

    @Override
    public String id() {
        return "network-name-twice";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.error(
                id(),
                "TripleO's files hold networks by name: one of the two is lost there.",
                "Give each network its own name and nameLower.");

        for (String key : List.of("name", "nameLower")) {
            Map<String, Tree> seen = new HashMap<>();
            for (Network network : config.networks()) {
                Tree name = network.tree().at(key);
                Tree first = seen.putIfAbsent(name.text(), name);
                if (first != null) {
                    remarks.at(name, "a second network has the " + key + " " + name.text(), first);
                }
            }
        }
        return remarks.list();
    }
}
