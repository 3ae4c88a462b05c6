package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.config.Machine;
import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is added to the file of a Contrail vRouter, whose members have no files of their own. */
final class ContrailText {

    private ContrailText() {}

    static String kernel(String members) {
        return new Lines()
                .put("DEVICETYPE", "vhost")
                .put("TYPE", "kernel_mode")
                .put("BIND_INT", members)
                .text();
    }

    /** PCI addresses; train asks for none under --noop and stumbles over that. */
    static String addresses(NetObject.ContrailVrouterDpdk router, Machine machine) {
        List<String> addresses = new ArrayList<>();
        for (String name : Provider.names(router)) {
            Optional<String> pci = machine.release() == Release.TRAIN
                    ? Optional.empty()
                    : machine.host().pci(name);
            addresses.add(pci.orElseThrow(
                    () -> Stop.type("sequence item " + addresses.size() + ": expected str instance, NoneType found")));
        }
        return String.join(",", addresses);
    }

    static String dpdk(NetObject.ContrailVrouterDpdk router, String addresses) {
        Lines lines = new Lines().put("DEVICETYPE", "vhost").put("TYPE", "dpdk").put("BIND_INT", addresses);
        if (router.members().size() > 1) {
            lines.put("BOND_MODE", router.bondMode().str());
            lines.put("BOND_POLICY", router.bondPolicy().str());
        }
        lines.put("DRIVER", router.driver().str())
                .put("CPU_LIST", router.cpuList().str());
        if (router.vlan().truthy()) {
            lines.put("VLAN_ID", router.vlan().str());
        }
        return lines.text();
    }
}
