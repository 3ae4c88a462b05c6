package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One address reserved for two hosts, or held by another one already. */
final class ReservationTwice implements NetConfigRule {

    @Override
    public String id() {
        return "reservation-twice";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.refused(
                id(),
                "The webhook refuses the net config: no two hosts may have one address.",
                "Give each host its own address.");

        Map<String, Map.Entry<String, Tree>> seen = new HashMap<>();
        Map<String, Map<String, Map.Entry<String, Tree>>> held = held(inputs);
        config.reservations()
                .forEach((host, reservation) -> reservation.addresses().forEach((subnet, value) -> {
                    String ip = value.text();
                    Map.Entry<String, Tree> first = seen.putIfAbsent(ip, Map.entry(host, value));
                    if (first != null && !first.getKey().equals(host)) {
                        remarks.at(value, host + " and " + first.getKey() + " have " + ip, first.getValue());
                    }
                    Map.Entry<String, Tree> holder =
                            held.getOrDefault(subnet, Map.of()).get(ip);
                    if (holder != null && !holder.getKey().equals(host)) {
                        remarks.at(
                                value, host + ": " + holder.getKey() + " holds " + ip + " already", holder.getValue());
                    }
                }));
        return remarks.list();
    }

    /** Who holds which address, by subnet and address. */
    private static Map<String, Map<String, Map.Entry<String, Tree>>> held(DirectorInputs inputs) {
        Map<String, Map<String, Map.Entry<String, Tree>>> held = new HashMap<>();
        for (Tree net : inputs.held()) {
            Map<String, Map.Entry<String, Tree>> holders =
                    held.computeIfAbsent(net.at("spec", "nameLower").text(), _ -> new HashMap<>());
            net.at("status", "reservations")
                    .fields()
                    .forEach((host, each) -> holders.put(each.at("ip").text(), Map.entry(host, each.at("ip"))));
        }
        return held;
    }
}
