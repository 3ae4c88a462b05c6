package dev.plumbline.plan.wiring;

import dev.plumbline.facts.VmNic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The guest's names of a VM's NICs. libvirt puts each PCI Express NIC on a root port of its own, in the order of the interfaces,
 * from bus 1 on (KubeVirt docs/pci-topology.md); systemd names it after the bus.
 */
final class GuestNames {

    static final String PREMISE =
            "the guest names its NICs after their PCI buses, which libvirt gives in the order of the"
                    + " VM's interfaces";

    private static final int LAST_BUS = 255;
    private static final Pattern PCI = Pattern.compile("0000:([0-9a-fA-F]{2}):([0-9a-fA-F]{2})\\.0");

    /** Models that take a root port; those of conventional PCI stand behind a bridge, on a bus that libvirt chooses. */
    private static final Set<String> EXPRESS = Set.of("virtio", "e1000e", "igb");

    /** A host device gets its bus behind all NICs, and what qemu is given past libvirt gets none. */
    private static final Set<String> ELSEWHERE = Set.of("sriov", "slirp");

    private GuestNames() {}

    /** In the order of the NICs; empty where the bus is not foreseen. */
    static List<Optional<String>> of(List<VmNic> nics) {
        Set<Integer> taken = new HashSet<>();
        nics.forEach(nic -> address(nic).ifPresent(pci -> taken.add(bus(pci))));
        List<Optional<String>> names = new ArrayList<>();
        int bus = 1;
        for (VmNic nic : nics) {
            VmNic.Wish wish = nic.wish().orElseThrow();
            Optional<Matcher> stated = address(nic);
            if (wish.acpiIndex() > 0) {
                names.add(Optional.of("eno" + wish.acpiIndex()));
            } else if (stated.isPresent()) {
                names.add(Optional.of("enp" + bus(stated.get()) + "s"
                        + Integer.parseInt(stated.get().group(2), 16)));
                continue;
            } else if (!wish.pciAddress().isEmpty()
                    || !EXPRESS.contains(wish.model())
                    || ELSEWHERE.contains(nic.binding())) {
                names.add(Optional.empty());
                continue;
            }
            while (taken.contains(bus)) {
                bus++;
            }
            if (wish.acpiIndex() == 0) {
                names.add(bus <= LAST_BUS ? Optional.of("enp" + bus + "s0") : Optional.empty());
            }
            bus++;
        }
        return names;
    }

    private static Optional<Matcher> address(VmNic nic) {
        return nic.wish()
                .map(wish -> PCI.matcher(wish.pciAddress()))
                .filter(Matcher::matches)
                .filter(matcher -> bus(matcher) > 0);
    }

    private static int bus(Matcher pci) {
        return Integer.parseInt(pci.group(1), 16);
    }
}
