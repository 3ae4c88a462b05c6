package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One MAC reserved for two hosts. */
final class MacReservedTwice implements NetConfigRule {

    @Override
    public String id() {
        return "mac-reserved-twice";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.refused(
                id(),
                "The webhook refuses the net config: frames of both hosts would go to one.",
                "Give each host its own MAC.");

        Map<String, Map.Entry<String, Tree>> seen = new HashMap<>();
        config.reservations()
                .forEach((host, reservation) -> reservation.macs().forEach((physnet, value) -> {
                    Map.Entry<String, Tree> first = seen.putIfAbsent(value.text(), Map.entry(host, value));
                    if (first != null && !first.getKey().equals(host)) {
                        remarks.at(value, host + " and " + first.getKey() + " have " + value.text(), first.getValue());
                    }
                }));
        return remarks.list();
    }
}
