package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.ForwardingEntry;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Forwarding;
import dev.plumbline.topology.Forwarding.DeviceSetting;
import dev.plumbline.topology.Forwarding.Joint;
import dev.plumbline.topology.Forwarding.NetworkBridge;
import dev.plumbline.topology.Forwarding.Seen;
import dev.plumbline.topology.Forwarding.Station;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What decides where frames go: the judged steps and memberships of all places, what bridges learned, how ports are set. */
final class Forwards {

    /** Steps between two places, or into a lower device; memberships come from the kernel's and ovsdb's own statements. */
    private static final Set<Step> JUDGED =
            EnumSet.of(Step.VIRTIO, Step.PEER, Step.VLAN, Step.LOWER, Step.PASSTHROUGH, Step.NAT);

    private static final Map<Covered.Subject, String> SUBJECTS = Map.of(
            Covered.Subject.LINKS, "links",
            Covered.Subject.ADDRESSES, "addresses",
            Covered.Subject.ROUTES, "routes",
            Covered.Subject.FORWARDING, "stations",
            Covered.Subject.OVS_PORTS, "ovs-ports");

    private final Map<String, Joint> joints = new TreeMap<>();
    private final Map<String, Station> stations = new TreeMap<>();
    private final Map<String, DeviceSetting> settings = new TreeMap<>();
    private final SortedSet<DeviceId> switches = new TreeSet<>();
    private final List<DeviceId> alone = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();

    private Forwards() {}

    static Forwarding of(Places places, Judgement judgement, FactSet facts) {
        Forwards all = new Forwards();
        judgement.steps().values().forEach(steps -> steps.forEach(all::judged));
        places.sites().values().forEach(all::site);
        return new Forwarding(
                List.copyOf(all.joints.values()),
                List.copyOf(all.stations.values()),
                List.copyOf(all.settings.values()),
                networks(facts),
                List.copyOf(all.switches),
                all.alone,
                all.seen);
    }

    private void judged(Judged step) {
        if (JUDGED.contains(step.step())) {
            joint(new Joint(step.from(), step.step(), step.to(), "", step.verdict(), step.rule(), step.evidence()));
        }
    }

    private void joint(Joint joint) {
        joints.merge(
                key(joint.one()) + "\0" + joint.step() + "\0" + key(joint.other()),
                joint,
                (one, other) -> one.verdict().compareTo(other.verdict()) <= 0 ? one : other);
    }

    private void site(Site site) {
        for (Ports.Membership port : Ports.of(site)) {
            boolean bond = site.device(port.bridge())
                    .flatMap(Sighting::kind)
                    .filter("bond"::equals)
                    .isPresent();
            joint(new Joint(
                    site.id(port.port()),
                    bond ? Step.BOND : Step.MEMBER,
                    site.id(port.bridge()),
                    "",
                    port.cap(),
                    bond ? "lower-device" : "bridge-member",
                    port.evidence()));
        }
        for (OvsPort port : site.all(OvsPort.class)) {
            switches.add(site.id(port.bridge()));
            if (!port.device().equals(port.bridge())) {
                joint(new Joint(
                        site.id(port.device()),
                        Step.OVS,
                        site.id(port.bridge()),
                        port.type(),
                        port.vantage().standing().cap(),
                        "ovs-port",
                        List.of(port.origin())));
            }
            if (!port.peer().isEmpty()) {
                joint(new Joint(
                        site.id(port.device()),
                        Step.PEER,
                        site.id(port.peer()),
                        "patch",
                        port.vantage().standing().cap(),
                        "ovs-port",
                        List.of(port.origin())));
            }
        }
        // A veth whose peer is in its own namespace (its name is the kernel's word there).
        for (Sighting device : site.devices()) {
            if (device.kind().equals(Optional.of("veth")) && device.base().isPresent()) {
                joint(new Joint(
                        device.id(),
                        Step.PEER,
                        site.id(device.base().get()),
                        "",
                        device.bases().getLast().cap(),
                        "veth-index",
                        device.evidence()));
            }
            if (site.sawPortOfNothing(device.name())) {
                alone.add(device.id());
            }
        }
        for (ForwardingEntry entry : site.all(ForwardingEntry.class)) {
            Station station = new Station(
                    site.id(entry.device()),
                    entry.bridge(),
                    entry.mac(),
                    entry.vlan(),
                    entry.state(),
                    List.of(entry.origin()));
            if (entry.learned() || !entry.state().isEmpty() && !entry.bridge().isEmpty()) {
                stations.putIfAbsent(
                        key(station.port()) + "\0" + entry.mac() + "\0" + entry.vlan() + "\0" + entry.state(), station);
            }
        }
        for (KernelSetting setting : site.all(KernelSetting.class)) {
            Optional<String> device = Optional.of(setting.device()).filter(name -> !name.isEmpty());
            settings.put(
                    key(site.id(setting.device())) + "\0" + setting.name(),
                    new DeviceSetting(
                            site.scope(), device, setting.name(), setting.value(), List.of(setting.origin())));
        }
        SUBJECTS.entrySet().stream()
                .filter(subject -> site.sawAll(subject.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .forEach(subject -> seen.add(new Seen(site.scope(), subject)));
    }

    private static List<NetworkBridge> networks(FactSet facts) {
        Map<String, NetworkBridge> networks = new LinkedHashMap<>();
        for (NetworkDefinition definition : facts.all(NetworkDefinition.class)) {
            String name = (definition.namespace().isEmpty() ? "" : definition.namespace() + "/") + definition.name();
            if (!definition.bridge().isEmpty()) {
                String cluster = definition.scope().cluster();
                List<Origin> evidence = List.of(definition.origin());
                networks.putIfAbsent(
                        cluster + "\0" + name + "\0" + definition.bridge(),
                        new NetworkBridge(cluster, name, definition.bridge(), definition.vlan(), evidence));
            }
        }
        return networks.values().stream()
                .sorted(Comparator.comparing(NetworkBridge::cluster)
                        .thenComparing(NetworkBridge::network)
                        .thenComparing(NetworkBridge::bridge))
                .toList();
    }

    private static String key(DeviceId device) {
        Scope scope = device.scope();
        return scope.cluster() + "\0" + scope.path() + "\0" + device.name();
    }
}
