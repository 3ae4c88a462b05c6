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

/** A reserved address beside the pool, which the operator allows. */
final class ReservationOutsidePool implements NetConfigRule {

    @Override
    public String id() {
        return "reservation-outside-pool";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.info(
                id(),
                "Nothing, as long as nobody else gives the address out: the operator does not, and does not look.",
                "Keep the address out of all other pools and DHCP ranges.");

        Map<String, Subnet> subnets = new HashMap<>();
        Placed.of(config).forEach(each -> subnets.putIfAbsent(each.name(), each.subnet()));
        config.reservations()
                .forEach((host, reservation) -> reservation.addresses().forEach((name, value) -> {
                    Optional<Subnet> subnet = Optional.ofNullable(subnets.get(name));
                    Optional<Ip> ip = Ip.parse(value.text());
                    Optional<Ip> start = subnet.flatMap(each -> Ip.parse(each.allocationStart()));
                    Optional<Ip> end = subnet.flatMap(each -> Ip.parse(each.allocationEnd()));
                    if (subnet.isEmpty() || ip.isEmpty() || start.isEmpty() || end.isEmpty()) {
                        return;
                    }
                    boolean inside = Prefix.parse(subnet.get().cidr())
                            .filter(prefix -> prefix.contains(ip.get()))
                            .isPresent();
                    if (inside && (start.get().isAfter(ip.get()) || ip.get().isAfter(end.get()))) {
                        remarks.at(
                                value,
                                host + ": " + value.text() + " lies outside the pool of subnet " + name,
                                subnet.get().family().at("allocationStart"));
                    }
                }));
        return remarks.list();
    }
}
