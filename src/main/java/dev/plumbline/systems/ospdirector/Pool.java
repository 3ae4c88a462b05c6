package dev.plumbline.systems.ospdirector;

import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of one subnet as they are given out: the first free one from allocationStart to allocationEnd. Nothing
 * but addresses already taken and those with a last byte of 0 is passed over, so that a gateway inside the pool is given
 * out like any other (pkg/common/ipam.go).
 */
final class Pool {

    private final Ip end;
    private final Set<Ip> taken = new HashSet<>();
    private Ip next;

    private Pool(Ip start, Ip end) {
        this.next = start;
        this.end = end;
    }

    /** Empty where range, start or end cannot be read, or they are of two families. */
    static Optional<Pool> of(Subnet subnet) {
        Optional<Prefix> prefix = Prefix.parse(subnet.cidr());
        Optional<Ip> start = Ip.parse(subnet.allocationStart());
        Optional<Ip> end = Ip.parse(subnet.allocationEnd());
        boolean sound = prefix.isPresent()
                && start.isPresent()
                && end.isPresent()
                && prefix.get().first().v6() == start.get().v6()
                && start.get().v6() == end.get().v6();
        return sound ? Optional.of(new Pool(start.get(), end.get())) : Optional.empty();
    }

    void take(String address) {
        Ip.parse(address).ifPresent(taken::add);
    }

    /** The next free address; empty where there is none. Addresses are never given back, so that it need not look behind it. */
    Optional<String> assign() {
        while (!next.isAfter(end)) {
            Ip ip = next;
            next = ip.next();
            if (!ip.endsInZero() && taken.add(ip)) {
                return Optional.of(ip.text());
            }
        }
        return Optional.empty();
    }
}
