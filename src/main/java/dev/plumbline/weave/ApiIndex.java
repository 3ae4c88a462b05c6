package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.NetnsOfPod;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.facts.VmSeen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the API says of pods and VMs, by their names, so that a question about one never looks at all. */
final class ApiIndex {

    private final Map<String, List<PodSeen>> pods;
    private final Map<String, List<VmSeen>> vms;
    private final Map<String, List<NetnsOfPod>> namespaces;

    ApiIndex(FactSet facts) {
        pods = byName(facts.all(PodSeen.class), PodSeen::name);
        vms = byName(facts.all(VmSeen.class), VmSeen::name);
        namespaces = byName(facts.all(NetnsOfPod.class), NetnsOfPod::pod);
    }

    private static <T> Map<String, List<T>> byName(List<T> all, Function<T, String> name) {
        Map<String, List<T>> byName = new HashMap<>();
        all.forEach(one ->
                byName.computeIfAbsent(name.apply(one), _ -> new ArrayList<>()).add(one));
        return byName;
    }

    /** Everything said of the pod of this scope, sorted by origin; none for a scope that is no pod. */
    List<PodSeen> pod(Scope scope) {
        return !scope.is(Scope.Kind.POD)
                ? List.of()
                : pods.getOrDefault(scope.name(), List.of()).stream()
                        .filter(seen -> isIt(seen, scope))
                        .toList();
    }

    private static boolean isIt(PodSeen seen, Scope pod) {
        return seen.scope().cluster().equals(pod.cluster())
                && (seen.namespace().isEmpty()
                        || pod.namespace().isEmpty()
                        || seen.namespace().equals(pod.namespace()));
    }

    /** VMs of this name in any namespace or cluster, sorted by origin. */
    List<VmSeen> vms(String name) {
        return vms.getOrDefault(name, List.of());
    }

    /** VMs of this name in this namespace, and rows that name none. */
    List<VmSeen> vms(VmKey vm) {
        return vms(vm.name()).stream()
                .filter(seen -> seen.scope().cluster().equals(vm.cluster()))
                .filter(seen -> seen.namespace().isEmpty() || seen.namespace().equals(vm.namespace()))
                .toList();
    }

    /** What container runtimes say of the pod's network namespace. */
    List<NetnsOfPod> namespaces(Scope pod) {
        return namespaces.getOrDefault(pod.name(), List.of()).stream()
                .filter(netns -> Scope.pod(netns.namespace(), netns.pod())
                        .inCluster(netns.scope().cluster())
                        .equals(pod))
                .toList();
    }
}
