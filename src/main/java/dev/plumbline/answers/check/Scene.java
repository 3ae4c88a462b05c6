package dev.plumbline.answers.check;

import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Site;
import dev.plumbline.weave.Woven;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What checks look at: the topology with an index, and the places for coverage and for what was asked of them. */
public final class Scene {

    private final Woven woven;
    private final Map<DeviceId, Device> devices = new HashMap<>();

    public Scene(Woven woven) {
        this.woven = woven;
        woven.topology().devices().forEach(device -> devices.put(device.id(), device));
    }

    Topology topology() {
        return woven.topology();
    }

    Woven woven() {
        return woven;
    }

    Optional<Device> device(Hop hop) {
        return hop.name().flatMap(name -> Optional.ofNullable(devices.get(new DeviceId(hop.scope(), name))));
    }

    Optional<Site> site(dev.plumbline.evidence.Scope scope) {
        return Optional.ofNullable(woven.places().sites().get(scope));
    }

    /** A NIC and whose it is. */
    record Owned(Machine machine, Nic nic) {
        String ref() {
            return machine.name() + "/" + nic.ref();
        }

        List<Hop> hops() {
            return nic.path().hops();
        }
    }

    /** NICs of VMs, in order of machines. */
    List<Owned> vmNics() {
        return nics().filter(owned -> owned.machine().kind().equals("vm")).toList();
    }

    /** NICs of VMs and of pods on secondary networks. */
    Stream<Owned> nics() {
        return topology().machines().stream().flatMap(machine -> machine.nics().stream().map(nic -> new Owned(machine, nic)));
    }

    static String where(Hop hop) {
        return hop.scope().path() + ":" + hop.label();
    }
}
