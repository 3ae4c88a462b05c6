package dev.plumbline.answers;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Site;
import dev.plumbline.weave.Woven;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules look at: the topology with an index, and each place's facts and coverage. */
public final class Scene {

    private final Woven woven;
    private final Map<DeviceId, Device> devices = new HashMap<>();

    public Scene(Woven woven) {
        this.woven = woven;
        woven.topology().devices().forEach(device -> devices.put(device.id(), device));
    }

    public Topology topology() {
        return woven.topology();
    }

    /** A NIC and whose it is. */
    public record Owned(Machine machine, Nic nic) {

        /** {@code controller-0/nic5}. */
        public String ref() {
            return machine.name() + "/" + nic.ref();
        }

        public List<Hop> hops() {
            return nic.path().hops();
        }
    }

    /** NICs of VMs, in order of machines. */
    public List<Owned> vmNics() {
        return nics().filter(owned -> owned.machine().kind().equals("vm")).toList();
    }

    /** NICs of VMs and of pods on secondary networks. */
    public Stream<Owned> nics() {
        return topology().machines().stream()
                .flatMap(machine -> machine.nics().stream().map(nic -> new Owned(machine, nic)));
    }

    /** The device of a hop, with its flags; empty for a gap and for what was only named. */
    public Optional<Device> device(Hop hop) {
        return hop.name().flatMap(name -> device(new DeviceId(hop.scope(), name)));
    }

    public Optional<Device> device(DeviceId id) {
        return Optional.ofNullable(devices.get(id));
    }

    /** Every placed scope of which anything was seen, sorted. */
    public Collection<Scope> scopes() {
        return woven.places().sites().keySet();
    }

    /** Facts of one type that speak of a placed scope, sorted by origin. */
    public <T extends Fact> List<T> facts(Scope scope, Class<T> type) {
        return site(scope).map(site -> site.all(type)).orElse(List.of());
    }

    /** A setting as it was shown last. @param device empty for that of the whole place */
    public Optional<KernelSetting> setting(Scope scope, String device, String name) {
        return facts(scope, KernelSetting.class).stream()
                .filter(setting ->
                        setting.device().equals(device) && setting.name().equals(name))
                .reduce((_, later) -> later);
    }

    /** All facts of one type, sorted by origin. */
    public <T extends Fact> List<T> facts(Class<T> type) {
        return woven.facts().all(type);
    }

    /** Whether everything of a sort was listed there, so that absence means something. */
    public boolean sawAll(Scope scope, Covered.Subject subject) {
        return site(scope).filter(site -> site.sawAll(subject)).isPresent();
    }

    /** Whether every port of a bridge was listed. */
    public boolean sawPortsOf(DeviceId bridge) {
        return site(bridge.scope())
                .filter(site -> site.sawPortsOf(bridge.name()))
                .isPresent();
    }

    private Optional<Site> site(Scope scope) {
        return Optional.ofNullable(woven.places().sites().get(scope));
    }

    /** {@code node/worker-1:veth0}. */
    public static String where(Hop hop) {
        return hop.scope().path() + ":" + hop.label();
    }
}
