package dev.plumbline.weave;

import dev.plumbline.facts.Address;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.topology.Nic.NicAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The addresses of a NIC: those of its own device and of the bridge or VLAN over it; seen ones before configured ones. */
final class GuestAddresses {

    private GuestAddresses() {}

    /** @param devices kernel names of the NIC and of what stands on it */
    static List<NicAddress> of(Site guest, Aliases aliases, Set<String> devices) {
        Map<String, NicAddress> found = new TreeMap<>();
        for (Address address : guest.all(Address.class)) {
            String device = aliases.device(address.device());
            if (devices.contains(device) && !address.cidr().startsWith("fe80:")) {
                NicAddress one = new NicAddress(
                        address.cidr(),
                        device,
                        address.basis().name().toLowerCase(Locale.ROOT),
                        List.of(address.origin()));
                found.merge(
                        address.cidr() + " " + device, one, (a, b) -> a.basis().equals("observed") ? a : b);
            }
        }
        return List.copyOf(found.values());
    }

    /** A device and, where it is an OVS bridge, its internal ports: their frames leave by the bridge's NIC as well. */
    static Set<String> carriers(Site guest, String device) {
        Set<String> names = new TreeSet<>(Set.of(device));
        guest.all(OvsPort.class).stream()
                .filter(port -> port.bridge().equals(device) && port.type().equals("internal"))
                .forEach(port -> names.add(port.device()));
        return names;
    }

    /** The device over a NIC that carries an address, where exactly one does; else the only one over it. */
    static Optional<Judged> carrier(Site guest, Aliases aliases, List<Judged> uppers) {
        List<Judged> carriers = uppers.stream()
                .filter(upper ->
                        !of(guest, aliases, Set.of(upper.from().name())).isEmpty())
                .toList();
        return carriers.size() == 1
                ? Optional.of(carriers.getFirst())
                : uppers.size() == 1 ? Optional.of(uppers.getFirst()) : Optional.empty();
    }
}
