package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.DomainSeen;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.NamespaceNamed;
import dev.plumbline.facts.NetnsOfPod;
import dev.plumbline.facts.NodeSeen;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.facts.VmSeen;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which place a scope really is, as far as names that were stated settle it: a host that bears a node's name, a pod
 * whose namespace another output gives, a network namespace that the container runtime calls a pod's.
 */
final class Resolver {

    /** The place that {@code ip netns exec ID} leads to from a host's shell. */
    private static final Pattern NETNS_OF_HOST = Pattern.compile("host/([^/]+)/netns/([^/]+)");

    private final SortedMap<String, Origin> nodes = new TreeMap<>();
    private final SortedMap<String, Origin> namespaces = new TreeMap<>();
    private final Map<String, SortedSet<String>> podNamespaces = new HashMap<>();
    private final Map<Scope, Scope> netnsOfPod = new HashMap<>();

    Resolver(FactSet facts) {
        for (Fact fact : facts.all()) {
            learn(fact);
        }
        for (NetnsOfPod netns : facts.all(NetnsOfPod.class)) {
            Scope node = settle(netns.scope());
            if (node.is(Scope.Kind.NODE)) {
                netnsOfPod.put(
                        Scope.netns(node.name(), netns.id()).inCluster(node.cluster()),
                        Scope.pod(netns.namespace(), netns.pod()).inCluster(node.cluster()));
            }
        }
    }

    private void learn(Fact fact) {
        Scope scope = fact.scope();
        switch (scope.kind()) {
            case NODE -> nodes.putIfAbsent(scope.name(), fact.origin());
            case NETNS -> nodes.putIfAbsent(scope.namespace(), fact.origin());
            case POD -> {
                name(scope.namespace(), fact.origin());
                podIn(scope.name(), scope.namespace());
            }
            case GUEST -> name(scope.namespace(), fact.origin());
            default -> {}
        }
        switch (fact) {
            case NodeSeen node -> nodes.putIfAbsent(node.name(), node.origin());
            case VmSeen vm ->
                nodesOf(vm).filter(name -> !name.isEmpty()).forEach(name -> nodes.putIfAbsent(name, vm.origin()));
            case NamespaceNamed named -> name(named.namespace(), named.origin());
            case PodSeen pod -> {
                if (!pod.node().isEmpty()) {
                    nodes.putIfAbsent(pod.node(), pod.origin());
                }
                podIn(pod.name(), pod.namespace());
            }
            case DomainSeen domain
            when scope.is(Scope.Kind.POD) ->
                VmKey.ofDomain(scope.cluster(), domain.name()).ifPresent(vm -> podIn(scope.name(), vm.namespace()));
            default -> {}
        }
    }

    private static Stream<String> nodesOf(VmSeen vm) {
        return Stream.concat(
                Stream.of(vm.node()),
                vm.migration().stream().flatMap(move -> Stream.of(move.sourceNode(), move.targetNode())));
    }

    /** Infrastructure namespaces hold no virtual machines, so naming one says nothing of where a row's VM lives. */
    private void name(String namespace, Origin origin) {
        if (!namespace.isEmpty() && !namespace.startsWith("openshift-") && !namespace.startsWith("kube-")) {
            namespaces.merge(namespace, origin, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }

    private void podIn(String pod, String namespace) {
        if (!namespace.isEmpty()) {
            podNamespaces.computeIfAbsent(pod, _ -> new TreeSet<>()).add(namespace);
        }
    }

    /** Namespaces that commands name, each with its first origin. */
    SortedMap<String, Origin> namespaces() {
        return namespaces;
    }

    Scope settle(Scope scope) {
        return switch (scope.kind()) {
            case HOST ->
                node(scope.name())
                        .map(node -> Scope.node(node).inCluster(scope.cluster()))
                        .orElse(scope);
            case NETNS -> netnsOfPod.getOrDefault(scope, scope);
            case PLACE -> ofHost(scope).map(this::settle).orElse(scope);
            case POD ->
                scope.namespace().isEmpty()
                        ? podNamespace(scope.name()).map(scope::inNamespace).orElse(scope)
                        : scope;
            case CLUSTER, NODE, DOMAIN, GUEST -> scope;
        };
    }

    static boolean isNetnsOfHost(Scope scope) {
        return scope.is(Scope.Kind.PLACE) && NETNS_OF_HOST.matcher(scope.name()).matches();
    }

    /** A named namespace of a host that turns out to be a node. */
    private Optional<Scope> ofHost(Scope place) {
        Matcher named = NETNS_OF_HOST.matcher(place.name());
        return named.matches()
                ? node(named.group(1))
                        .map(node -> Scope.netns(node, named.group(2)).inCluster(place.cluster()))
                : Optional.empty();
    }

    /** The node of this name, or the only one whose first label it is: a prompt shows no more than that. */
    private Optional<String> node(String host) {
        if (nodes.containsKey(host)) {
            return Optional.of(host);
        }
        SortedSet<String> found = new TreeSet<>();
        nodes.keySet().stream().filter(node -> node.startsWith(host + ".")).forEach(found::add);
        return found.size() == 1 ? Optional.of(found.first()) : Optional.empty();
    }

    private Optional<String> podNamespace(String pod) {
        SortedSet<String> seen = podNamespaces.getOrDefault(pod, new TreeSet<>());
        return seen.size() == 1 ? Optional.of(seen.first()) : Optional.empty();
    }
}
