package dev.plumbline.systems.osnetconfig;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The machine as os-net-config sees it.
 *
 * @param devices in the order in which /sys/class/net lists them, which decides between equal names
 * @param dpdk /var/lib/os-net-config/dpdk_mapping.yaml
 * @param sriov /var/lib/os-net-config/sriov_config.yaml
 */
public record NicHost(List<NetDevice> devices, StateFile dpdk, StateFile sriov) {

    public NicHost {
        devices = List.copyOf(devices);
    }

    public NicHost with(List<NetDevice> others) {
        return new NicHost(others, dpdk, sriov);
    }

    public Optional<NetDevice> device(String name) {
        return devices.stream().filter(device -> device.name().equals(name)).findFirst();
    }

    /**
     * The NICs that have a number, in its order (utils.py {@code _ordered_nics}). Those bound to DPDK are gone from
     * /sys/class/net and stand in dpdk_mapping.yaml, where a stale entry keeps its number too; from 17.1 on so do
     * physical functions.
     */
    List<String> ordered(Release release, Predicate<NetDevice> test) {
        Set<String> names = new LinkedHashSet<>();
        devices.stream().filter(test).map(NetDevice::name).forEach(names::add);
        Set<String> functions = virtualFunctions();
        for (StateFile.Entry entry : dpdk.entries()) {
            if (!functions.contains(entry.name()) && !functions.contains(entry.pci())) {
                names.add(entry.name());
            }
        }
        if (release != Release.TRAIN) {
            sriov.entries().stream()
                    .filter(entry -> entry.deviceType().equals("pf"))
                    .map(StateFile.Entry::name)
                    .forEach(names::add);
        }
        return NicOrder.sorted(List.copyOf(names));
    }

    /** SR-IOV virtual functions by name and by PCI address: they are never numbered. */
    private Set<String> virtualFunctions() {
        Set<String> functions = new HashSet<>();
        devices.stream().filter(NetDevice::virtualFunction).forEach(device -> {
            functions.add(device.name());
            functions.add(device.pci());
        });
        sriov.entries().stream()
                .filter(entry -> entry.deviceType().equals("vf"))
                .map(StateFile.Entry::name)
                .forEach(functions::add);
        functions.remove("");
        return functions;
    }

    /** Empty where it can be read nowhere (common.py {@code interface_mac}). */
    public Optional<String> mac(String name) {
        return device(name)
                .map(NetDevice::mac)
                .filter(mac -> !mac.isEmpty())
                .or(() -> dpdk.mac(name))
                .or(() -> sriov.mac(name));
    }

    /**
     * The name of a virtual function: the listing's, else the one that sriov_config.yaml holds, as where it is bound to
     * DPDK.
     */
    public Optional<String> virtualFunction(String physical, int id) {
        return devices.stream()
                .filter(device -> device.function().isOf(physical, id))
                .map(NetDevice::name)
                .findFirst()
                .or(() -> sriov.entries().stream()
                        .filter(entry -> entry.deviceType().equals("vf"))
                        .filter(entry -> entry.function().isOf(physical, id))
                        .map(StateFile.Entry::name)
                        .findFirst());
    }

    /** PCI address as sysfs shows it, else the one that dpdk_mapping.yaml holds. */
    public Optional<String> pci(String name) {
        return device(name)
                .map(NetDevice::pci)
                .filter(pci -> !pci.isEmpty())
                .or(() -> dpdk.entries().stream()
                        .filter(entry -> entry.name().equals(name))
                        .map(StateFile.Entry::pci)
                        .filter(pci -> !pci.isEmpty())
                        .findFirst());
    }

    /** NICs of Mellanox stay with the kernel when DPDK takes them. */
    public boolean isMellanox(String name) {
        return device(name).filter(device -> device.vendor().equals("0x15b3")).isPresent();
    }
}
