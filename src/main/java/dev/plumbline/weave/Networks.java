package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.VmNic;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic.Network;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which attached network a NIC is on. Proven by the pod's annotation, the VMI or the domain's alias; inferred by the operator's
 * and KubeVirt's order; else every network that leads to the same bridge is a candidate.
 */
final class Networks {

    static final String POD_NETWORK = "pod network";

    private static final Pattern ORDINAL = Pattern.compile("net(\\d+)(-nic)?");
    private static final Pattern HASHED_NIC = Pattern.compile("([0-9a-f]{11})-nic");

    private final Places places;
    private final FactSet facts;
    /** Namespaces whose networks were listed in full; the empty one stands for all. */
    private final Set<String> listed;

    Networks(Places places, FactSet facts) {
        this.places = places;
        this.facts = facts;
        this.listed = facts.all(Covered.class).stream()
                .filter(covered -> covered.subject() == Covered.Subject.NETWORKS
                        && covered.filter().wouldShow(""))
                .flatMap(covered ->
                        covered.extent() instanceof Covered.Whole whole ? Stream.of(whole.namespace()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    Network of(
            VmKey vm,
            Optional<Scope> launcher,
            Optional<DomainNic> domainNic,
            Optional<Mac> mac,
            NicPath path,
            List<NicPath> allPaths) {
        List<VmNic> declared = places.site(vm.guest()).stream()
                .flatMap(site -> site.all(VmNic.class).stream())
                .toList();
        List<Attachment> attached = launcher.flatMap(places::site).stream()
                .flatMap(site -> site.all(Attachment.class).stream())
                .toList();
        return Stream.of(
                        byVmi(vm, declared, domainNic, mac),
                        byAnnotation(vm, attached, mac, path),
                        byNat(path),
                        byOrder(vm, path, allPaths))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> byBridge(vm, path));
    }

    private Optional<Network> byVmi(VmKey vm, List<VmNic> declared, Optional<DomainNic> domainNic, Optional<Mac> mac) {
        Optional<VmNic> byMac = declared.stream()
                .filter(nic ->
                        !nic.network().isEmpty() && mac.isPresent() && nic.mac().equals(mac))
                .findFirst();
        String alias = domainNic.map(DomainNic::network).orElse("");
        Optional<VmNic> byAlias = declared.stream()
                .filter(nic -> !alias.isEmpty() && nic.network().equals(alias))
                .findFirst();
        Optional<VmNic> witness = byMac.or(() -> byAlias);
        if (witness.isPresent()) {
            VmNic nic = witness.get();
            Optional<VmNic> spec = declared.stream()
                    .filter(one -> one.network().equals(nic.network())
                            && !one.attachment().isEmpty())
                    .findFirst();
            List<Origin> evidence = Stream.concat(
                            Stream.of(nic.origin()), spec.stream().map(VmNic::origin))
                    .distinct()
                    .sorted()
                    .toList();
            return Optional.of(proven(
                    spec.map(one -> label(vm, one.attachment())).orElse(nic.network()),
                    byMac.isPresent() ? "vmi-mac" : "domain-alias",
                    evidence));
        }
        return alias.isEmpty()
                ? Optional.empty()
                : Optional.of(proven(
                        alias,
                        "domain-alias",
                        domainNic.stream().map(DomainNic::origin).toList()));
    }

    private static Optional<Network> byAnnotation(
            VmKey vm, List<Attachment> attached, Optional<Mac> mac, NicPath path) {
        Optional<Hop> podInterface = podInterface(path);
        Optional<Attachment> byDevice = attached.stream()
                .filter(one -> one.basis() != Attachment.Basis.DEFAULT
                        && podInterface
                                .filter(hop -> isThis(one.device(), hop.label()))
                                .isPresent())
                .min(Comparator.comparing(Attachment::basis).reversed());
        Optional<Attachment> byMac = attached.stream()
                .filter(one -> one.basis() == Attachment.Basis.ATTACHED
                        && mac.isPresent()
                        && one.mac().equals(mac))
                .findFirst();
        boolean pod = podInterface
                .filter(hop -> attached.stream()
                        .anyMatch(one -> one.basis() == Attachment.Basis.DEFAULT
                                && one.device().equals(hop.label())))
                .isPresent();
        if (pod && byMac.isEmpty()) {
            return Optional.empty();
        }
        return byDevice.or(() -> byMac)
                .map(one -> new Network(
                        Optional.of(label(vm, one.network())),
                        basis(one),
                        "pod-annotation",
                        List.of(),
                        List.of(one.origin())));
    }

    /** network-status says what the CNI did; networks only what it was asked to do. */
    static Verdict basis(Attachment attachment) {
        return attachment.basis() == Attachment.Basis.REQUESTED ? Verdict.INFERRED : Verdict.PROVEN;
    }

    /** From KubeVirt 1.1 on the annotation names podH while the veth was renamed to H-nic; ordinal pods rename netK likewise. */
    private static boolean isThis(String attached, String device) {
        Matcher hashed = HASHED_NIC.matcher(device);
        return attached.equals(device)
                || (hashed.matches() && attached.equals("pod" + hashed.group(1)))
                || device.equals(attached + "-nic");
    }

    private static Optional<Network> byNat(NicPath path) {
        return path.hops().stream()
                .filter(hop -> hop.kind() instanceof Kind.ClusterNetwork)
                .findFirst()
                .map(hop -> {
                    Optional<Hop> nat = path.hops().stream()
                            .filter(one -> one.step().filter(Step.NAT::equals).isPresent())
                            .findFirst();
                    return new Network(
                            Optional.of(POD_NETWORK),
                            nat.map(Hop::verdict).orElse(Verdict.INFERRED),
                            nat.map(Hop::rule).orElse(hop.rule()),
                            List.of(),
                            nat.map(Hop::evidence).orElse(hop.evidence()));
                });
    }

    /**
     * osp-director sorts a VM's networks by name and KubeVirt numbers pod interfaces in that order, so netK is the K-th:
     * only where the listing is complete, the counts agree, and every path's bridge is the one its network asks for.
     */
    private Optional<Network> byOrder(VmKey vm, NicPath path, List<NicPath> allPaths) {
        Map<String, NetworkDefinition> sorted = definitions(vm);
        Map<Integer, NicPath> ordinals = new TreeMap<>();
        allPaths.forEach(one -> ordinal(one).ifPresent(number -> ordinals.put(number, one)));
        boolean complete = listed.contains("") || listed.contains(vm.namespace());
        boolean counted = ordinals.size() == sorted.size() && ordinals.keySet().equals(upTo(sorted.size()));
        Optional<Integer> mine = ordinal(path);
        if (!complete || !counted || mine.isEmpty()) {
            return Optional.empty();
        }
        List<NetworkDefinition> list = List.copyOf(sorted.values());
        boolean fits = ordinals.entrySet().stream().allMatch(entry -> {
            Optional<String> bridge = nodeBridge(entry.getValue());
            String asked = bridge(list.get(entry.getKey() - 1));
            return bridge.isPresent() && bridge.get().equals(asked);
        });
        NetworkDefinition network = list.get(mine.get() - 1);
        return fits
                ? Optional.of(new Network(
                        Optional.of(network.name()),
                        Verdict.INFERRED,
                        "operator-order",
                        List.of(network.name()),
                        List.of(network.origin())))
                : Optional.empty();
    }

    private Network byBridge(VmKey vm, NicPath path) {
        Optional<String> bridge = nodeBridge(path);
        List<NetworkDefinition> candidates = definitions(vm).values().stream()
                .filter(one -> bridge.isPresent()
                        && (bridge(one).isEmpty() || bridge(one).equals(bridge.get())))
                .toList();
        Verdict verdict = candidates.isEmpty() ? Verdict.UNKNOWN : Verdict.AMBIGUOUS;
        return new Network(
                Optional.empty(),
                verdict,
                candidates.isEmpty() ? "none" : "bridge-of-network",
                candidates.stream().map(NetworkDefinition::name).toList(),
                candidates.stream().map(NetworkDefinition::origin).toList());
    }

    /** The VM namespace's networks by name, without osp-director's {@code -static} twins, which are for pods. */
    private Map<String, NetworkDefinition> definitions(VmKey vm) {
        Map<String, NetworkDefinition> found = new TreeMap<>();
        for (NetworkDefinition one : facts.all(NetworkDefinition.class)) {
            if (one.namespace().isEmpty()
                    || one.namespace().equals(vm.namespace())
                    || vm.namespace().isEmpty()) {
                found.merge(one.name(), one, (a, b) -> bridge(a).isEmpty() ? b : a);
            }
        }
        found.keySet()
                .removeIf(name -> name.endsWith("-static")
                        && found.containsKey(name.substring(0, name.length() - "-static".length())));
        return found;
    }

    private static String bridge(NetworkDefinition definition) {
        return definition.bridge().isEmpty() ? definition.resource() : definition.bridge();
    }

    private static Optional<Integer> ordinal(NicPath path) {
        return podInterface(path)
                .map(hop -> ORDINAL.matcher(hop.label()))
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)));
    }

    private static TreeSet<Integer> upTo(int size) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int i = 1; i <= size; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** The pod's interface: the hop behind the pod's bridge. */
    static Optional<Hop> podInterface(NicPath path) {
        List<Hop> hops = path.hops();
        for (int i = 1; i < hops.size(); i++) {
            boolean behindBridge = hops.get(i - 1).kind() instanceof Kind.Bridge
                    && hops.get(i - 1).scope().equals(hops.get(i).scope());
            if (behindBridge
                    && !hops.get(i).gap()
                    && !hops.get(i).scope().is(Scope.Kind.NODE)
                    && !hops.get(i).scope().is(Scope.Kind.GUEST)) {
                return Optional.of(hops.get(i));
            }
        }
        return Optional.empty();
    }

    /** The node's bridge that the pod's veth is a port of. */
    static Optional<String> nodeBridge(NicPath path) {
        List<Hop> hops = path.hops();
        for (int i = 1; i < hops.size(); i++) {
            if (hops.get(i - 1).step().filter(Step.PEER::equals).isPresent()
                    && !hops.get(i).gap()) {
                return Optional.of(hops.get(i).label());
            }
        }
        return Optional.empty();
    }

    private static String label(VmKey vm, String attachment) {
        return attachment.equals("pod") ? POD_NETWORK : local(vm.namespace(), attachment);
    }

    /** A network's name as its own namespace calls it. */
    static String local(String namespace, String attachment) {
        return attachment.startsWith(namespace + "/") ? attachment.substring(namespace.length() + 1) : attachment;
    }

    private static Network proven(String name, String rule, List<Origin> evidence) {
        List<Origin> sorted = new ArrayList<>(evidence);
        sorted.sort(null);
        return new Network(Optional.of(name), Verdict.PROVEN, rule, List.of(), sorted);
    }
}
