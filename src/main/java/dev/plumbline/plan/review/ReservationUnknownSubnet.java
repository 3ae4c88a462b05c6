package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A reservation for a subnet that no network has: the operator takes it without a word. */
final class ReservationUnknownSubnet implements NetConfigRule {

    @Override
    public String id() {
        return "reservation-unknown-subnet";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.warning(
                id(),
                "The address is reserved nowhere: the host gets another one, or none.",
                "Name a subnet of this net config.");

        Set<String> subnets = new HashSet<>();
        Placed.of(config).forEach(each -> subnets.add(each.name()));
        config.reservations()
                .forEach((host, reservation) -> reservation.addresses().forEach((name, value) -> {
                    if (!subnets.contains(name)) {
                        remarks.at(value, host + " has an address reserved on " + name + ", which no network has");
                    }
                }));
        return remarks.list();
    }
}
