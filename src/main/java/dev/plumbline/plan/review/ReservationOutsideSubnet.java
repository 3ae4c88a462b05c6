package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Ip;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import dev.plumbline.systems.ospdirector.Prefix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reserved address lies in the range of its subnet. */
final class ReservationOutsideSubnet implements NetConfigRule {

    @Override
    public String id() {
        return "reservation-outside-subnet";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks =
                Remarks.refused(id(), "The webhook refuses the net config.", "Reserve an address of the subnet.");

        Map<String, Subnet> subnets = new HashMap<>();
        Placed.of(config).forEach(each -> subnets.putIfAbsent(each.name(), each.subnet()));
        config.reservations()
                .forEach((host, reservation) -> reservation.addresses().forEach((name, value) -> {
                    Subnet subnet = subnets.get(name);
                    if (subnet == null) {
                        return;
                    }
                    Optional<Ip> ip = Ip.parse(value.text());
                    Optional<Prefix> prefix = Prefix.parse(subnet.cidr());
                    if (ip.isPresent() && prefix.isPresent() && !prefix.get().contains(ip.get())) {
                        remarks.at(
                                value,
                                host + ": " + value.text() + " lies outside " + subnet.cidr() + " of subnet " + name,
                                subnet.family().at("cidr"));
                    }
                }));
        return remarks.list();
    }
}
