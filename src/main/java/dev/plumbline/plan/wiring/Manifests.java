package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.BridgeMapping;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.NodeSeen;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.facts.Route;
import dev.plumbline.facts.VmNic;
import dev.plumbline.facts.VmSeen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the manifests of one cluster ask for, by what it concerns. Several derived objects may point at one line, so that
 * origins alone give no order.
 *
 * @param vms by namespace and name
 * @param pods on secondary networks, launchers left out, by namespace and name
 * @param definitions by {@code namespace/name}
 * @param links by policy, name and place
 * @param mappings by policy and localnet
 * @param nodes labels by name
 * @param guests configurations by guest
 */
record Manifests(
        List<Vm> vms,
        List<Pod> pods,
        SortedMap<String, NetworkDefinition> definitions,
        List<DesiredLink> links,
        List<BridgeMapping> mappings,
        SortedMap<String, List<String>> nodes,
        Map<Scope, Configuration> guests) {

    /**
     * @param node empty where nothing states it
     * @param nics in the order of the interfaces
     * @param reported MACs of a running instance by network name
     */
    record Vm(
            String namespace,
            String name,
            Origin origin,
            String node,
            List<String> nodeSelector,
            boolean bare,
            List<VmNic> nics,
            Map<String, Mac> reported) {}

    /** @param attachments in the order of the annotation */
    record Pod(PodSeen seen, List<Attachment> attachments) {}

    /** A guest's configuration, in the order of its file. */
    record Configuration(List<ConfiguredDevice> devices, List<Address> addresses, List<Route> routes) {

        static final Configuration NONE = new Configuration(List.of(), List.of(), List.of());
    }

    private record Key(String namespace, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byNamespace = namespace.compareTo(other.namespace);
            return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
        }
    }

    static Manifests of(FactSet facts) {
        return new Manifests(
                vms(facts),
                pods(facts),
                definitions(facts),
                facts.all(DesiredLink.class).stream()
                        .sorted(Comparator.comparing(DesiredLink::policy)
                                .thenComparing(DesiredLink::name)
                                .thenComparing(DesiredLink::origin)
                                .thenComparing(DesiredLink::type)
                                .thenComparing(link -> String.join(" ", link.ports())))
                        .toList(),
                facts.all(BridgeMapping.class).stream()
                        .sorted(Comparator.comparing(BridgeMapping::policy)
                                .thenComparing(BridgeMapping::localnet)
                                .thenComparing(BridgeMapping::bridge)
                                .thenComparing(BridgeMapping::origin))
                        .toList(),
                nodes(facts),
                guests(facts));
    }

    private static List<Vm> vms(FactSet facts) {
        SortedMap<Key, List<VmSeen>> seen = new TreeMap<>();
        facts.all(VmSeen.class)
                .forEach(vm -> seen.computeIfAbsent(new Key(vm.namespace(), vm.name()), _ -> new ArrayList<>())
                        .add(vm));
        Map<Key, List<VmNic>> nics = new HashMap<>();
        facts.all(VmNic.class)
                .forEach(nic -> nics.computeIfAbsent(new Key(nic.namespace(), nic.vm()), _ -> new ArrayList<>())
                        .add(nic));
        List<Vm> vms = new ArrayList<>();
        seen.forEach((key, all) -> vms.add(vm(key, all, nics.getOrDefault(key, List.of()))));
        return vms;
    }

    /** A VM and its instance may both be given: what is said of one interface twice is taken from the place that comes first. */
    private static Vm vm(Key key, List<VmSeen> seen, List<VmNic> nics) {
        Map<String, VmNic> declared = new HashMap<>();
        Map<String, Mac> reported = new HashMap<>();
        for (VmNic nic : nics) {
            if (nic.wish().isPresent()) {
                declared.merge(nic.network(), nic, (a, b) -> FIRST_NIC.compare(a, b) <= 0 ? a : b);
            } else if (nic.order() < 0 && !nic.network().isEmpty()) {
                nic.mac().ifPresent(mac -> reported.merge(nic.network(), mac, (a, b) -> a.compareTo(b) <= 0 ? a : b));
            }
        }
        return new Vm(
                key.namespace(),
                key.name(),
                seen.stream().map(VmSeen::origin).min(Comparator.naturalOrder()).orElseThrow(),
                seen.stream().map(VmSeen::node).max(Comparator.naturalOrder()).orElse(""),
                seen.stream()
                        .map(VmSeen::nodeSelector)
                        .max(Comparator.comparing((List<String> pairs) -> pairs.size())
                                .thenComparing(pairs -> String.join(" ", pairs)))
                        .orElse(List.of()),
                declared.isEmpty() && seen.stream().anyMatch(VmSeen::bare),
                declared.values().stream()
                        .sorted(Comparator.comparingInt(VmNic::order).thenComparing(VmNic::network))
                        .toList(),
                reported);
    }

    private static final Comparator<VmNic> FIRST_NIC = Comparator.comparing(VmNic::origin)
            .thenComparingInt(VmNic::order)
            .thenComparing(VmNic::binding)
            .thenComparing(VmNic::attachment);

    private static List<Pod> pods(FactSet facts) {
        SortedMap<Key, PodSeen> seen = new TreeMap<>();
        facts.all(PodSeen.class).stream()
                .filter(pod -> pod.vm().isEmpty() && pod.createdBy().isEmpty())
                .forEach(pod -> seen.merge(new Key(pod.namespace(), pod.name()), pod, Manifests::firstPod));
        Map<Key, List<Attachment>> asked = new HashMap<>();
        for (Attachment attachment : facts.all(Attachment.class)) {
            if (attachment.basis() == Attachment.Basis.REQUESTED) {
                asked.computeIfAbsent(new Key(attachment.namespace(), attachment.pod()), _ -> new ArrayList<>())
                        .add(attachment);
            }
        }
        List<Pod> pods = new ArrayList<>();
        seen.forEach((key, pod) -> {
            List<Attachment> attachments = asked.getOrDefault(key, List.of()).stream()
                    .sorted(Comparator.comparingInt(Attachment::order).thenComparing(Attachment::origin))
                    .toList();
            if (!attachments.isEmpty()) {
                pods.add(new Pod(pod, attachments));
            }
        });
        return pods;
    }

    private static PodSeen firstPod(PodSeen one, PodSeen other) {
        return one.origin().compareTo(other.origin()) <= 0 ? one : other;
    }

    private static SortedMap<String, NetworkDefinition> definitions(FactSet facts) {
        SortedMap<String, NetworkDefinition> byName = new TreeMap<>();
        for (NetworkDefinition one : facts.all(NetworkDefinition.class)) {
            byName.merge(
                    one.namespace() + "/" + one.name(),
                    one,
                    (a, b) -> a.origin().compareTo(b.origin()) <= 0 ? a : b);
        }
        return byName;
    }

    private static SortedMap<String, List<String>> nodes(FactSet facts) {
        SortedMap<String, List<String>> labels = new TreeMap<>();
        for (NodeSeen node : facts.all(NodeSeen.class)) {
            labels.merge(node.name(), node.labels(), (a, b) -> a.isEmpty() ? b : a);
        }
        return labels;
    }

    private static Map<Scope, Configuration> guests(FactSet facts) {
        Map<Scope, List<Fact>> byGuest = new HashMap<>();
        List.of(ConfiguredDevice.class, Address.class, Route.class)
                .forEach(type -> facts.all(type).stream()
                        .filter(fact -> fact.scope().is(Scope.Kind.GUEST))
                        .forEach(fact -> byGuest.computeIfAbsent(fact.scope(), _ -> new ArrayList<>())
                                .add(fact)));
        Map<Scope, Configuration> guests = new HashMap<>();
        byGuest.forEach((guest, all) -> guests.put(guest, configuration(FactSet.of(all))));
        return guests;
    }

    private static Configuration configuration(FactSet facts) {
        return new Configuration(
                facts.all(ConfiguredDevice.class).stream()
                        .sorted(Comparator.comparingInt(ConfiguredDevice::order).thenComparing(ConfiguredDevice::name))
                        .toList(),
                facts.all(Address.class).stream()
                        .sorted(Comparator.comparing(Address::device).thenComparing(Address::cidr))
                        .toList(),
                facts.all(Route.class).stream()
                        .sorted(Comparator.comparing(Route::device)
                                .thenComparing(Route::destination)
                                .thenComparing(Route::gateway))
                        .toList());
    }

    /** The definition that an object of this namespace means by {@code name} or {@code namespace/name}. */
    Optional<NetworkDefinition> definition(String namespace, String asked) {
        return Optional.ofNullable(definitions.get(qualified(namespace, asked)));
    }

    static String qualified(String namespace, String asked) {
        return asked.indexOf('/') >= 0 ? asked : namespace + "/" + asked;
    }
}
