package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.facts.VmSeen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ties pods to the nodes that run them. Placement rules pod-node (the Pod says so), vmi-domain (its VMI says so),
 * migration-state (the VMI says it of both pods), netns-on-node, and index-set, which is never a proof.
 */
final class NodePlacing {

    private final Resolver resolver;
    private final Launchers launchers;
    private final ApiIndex api;

    NodePlacing(Resolver resolver, Launchers launchers, ApiIndex api) {
        this.resolver = resolver;
        this.launchers = launchers;
        this.api = api;
    }

    /** @param node where @param verdict proven, inferred or contradicted */
    private record Statement(String node, Verdict verdict, String rule, List<Origin> evidence, List<String> premises) {}

    List<Tie> ties(Collection<Site> sites) {
        List<Site> nodes = sites.stream().filter(Site::actsAsNode).toList();
        Set<Scope> rebooted =
                nodes.stream().filter(NodePlacing::twoBoots).map(Site::scope).collect(Collectors.toSet());
        Set<Scope> pods = new TreeSet<>();
        sites.stream()
                .map(Site::scope)
                .filter(scope -> scope.is(Scope.Kind.POD) || scope.is(Scope.Kind.NETNS))
                .forEach(pods::add);
        launchers.all().stream().map(Launcher::scope).forEach(pods::add);
        List<Tie> ties = new ArrayList<>();
        pods.forEach(pod -> ties.addAll(stated(pod, rebooted)));
        ties.addAll(NetnsNames.ties(sites, ties));
        Set<Scope> tied = ties.stream().map(Tie::upper).collect(Collectors.toSet());
        for (Site site : sites) {
            if (pods.contains(site.scope()) && !tied.contains(site.scope())) {
                ties.addAll(IndexSet.ties(site, nodes));
            }
        }
        return ties;
    }

    private List<Tie> stated(Scope pod, Set<Scope> rebooted) {
        List<Statement> statements = new ArrayList<>();
        if (pod.is(Scope.Kind.NETNS)) {
            statements.add(new Statement(pod.namespace(), Verdict.PROVEN, "netns-on-node", List.of(), List.of()));
        }
        api.pod(pod).stream()
                .filter(seen -> !seen.node().isEmpty())
                .forEach(seen -> statements.add(
                        new Statement(seen.node(), Verdict.PROVEN, "pod-node", List.of(seen.origin()), List.of())));
        api.namespaces(pod).stream()
                .filter(netns -> resolver.settle(netns.scope()).is(Scope.Kind.NODE))
                .forEach(netns -> statements.add(new Statement(
                        resolver.settle(netns.scope()).name(),
                        netns.vantage().standing().cap(),
                        "netns-on-node",
                        List.of(netns.origin()),
                        List.of("the node's container runtime names the pod's network namespace"))));
        launchers.at(pod).forEach(launcher -> statements.addAll(byVmi(launcher)));
        return judged(pod, statements, rebooted);
    }

    private List<Statement> byVmi(Launcher launcher) {
        List<Statement> statements = new ArrayList<>();
        for (VmSeen vmi : api.vms(launcher.vm())) {
            List<Statement> ofMigration = byMigration(launcher, vmi);
            if (!ofMigration.isEmpty()) {
                statements.addAll(ofMigration);
            } else if (!vmi.node().isEmpty()) {
                statements.add(byRow(launcher, vmi));
            }
        }
        return statements;
    }

    private static List<Statement> byMigration(Launcher launcher, VmSeen vmi) {
        return vmi.migration().stream()
                .flatMap(move -> {
                    String pod = launcher.scope().name();
                    String node = pod.equals(move.targetPod())
                            ? move.targetNode()
                            : pod.equals(move.sourcePod()) ? move.sourceNode() : "";
                    return node.isEmpty()
                            ? Stream.<Statement>empty()
                            : Stream.of(new Statement(
                                    node, launcher.verdict(), "migration-state", List.of(vmi.origin()), List.of()));
                })
                .toList();
    }

    private Statement byRow(Launcher launcher, VmSeen vmi) {
        List<String> premises = new ArrayList<>(launcher.premises());
        List<Origin> evidence = new ArrayList<>(List.of(vmi.origin()));
        evidence.addAll(launcher.evidence());
        Verdict verdict = launcher.verdict().and(vmi.vantage().standing().cap());
        if (vmi.namespace().isEmpty()) {
            verdict = verdict.and(namespacePremise(launcher, vmi, premises));
        }
        List<Launcher> rivals = launchers.ofVmNamed(launcher.vm().name()).stream()
                .filter(other ->
                        other.vm().equals(launcher.vm()) && !other.scope().equals(launcher.scope()) && !other.ended())
                .toList();
        if (!rivals.isEmpty()) {
            verdict = verdict.and(Verdict.CONTRADICTED);
            premises.add("another launcher of this VM is seen, "
                    + rivals.getFirst().scope() + ", and the VMI names one node");
            evidence.addAll(rivals.getFirst().evidence());
        }
        return new Statement(vmi.node(), verdict, "vmi-domain", evidence, premises);
    }

    /** A row without a namespace takes the one that the commands name; a second one, or a namesake's, takes that away. */
    private Verdict namespacePremise(Launcher launcher, VmSeen vmi, List<String> premises) {
        String namespace = launcher.vm().namespace();
        Set<String> named = new TreeSet<>(resolver.namespaces().keySet());
        api.vms(vmi.name()).stream()
                .filter(other -> !other.namespace().isEmpty())
                .forEach(other -> named.add(other.namespace()));
        launchers.ofVmNamed(launcher.vm().name()).stream()
                .filter(other -> other.vm().sameName(launcher.vm()))
                .map(other -> other.vm().namespace())
                .filter(name -> !name.isEmpty())
                .forEach(named::add);
        if (!named.equals(Set.of(namespace))) {
            premises.add("the row of " + vmi.name() + " names no namespace, and the evidence names " + named);
            return named.isEmpty() ? Verdict.INFERRED : Verdict.CONTRADICTED;
        }
        Origin origin = resolver.namespaces().get(namespace);
        if (origin == null) {
            premises.add("the row of " + vmi.name() + " names no namespace; only the domain's name says " + namespace);
            return Verdict.INFERRED;
        }
        premises.add("the row of " + vmi.name() + " names no namespace; the commands name one only, " + namespace + " ("
                + origin.brief() + ")");
        return Verdict.PROVEN;
    }

    private List<Tie> judged(Scope pod, List<Statement> statements, Set<Scope> rebooted) {
        Map<String, Statement> best = new TreeMap<>();
        for (Statement statement : statements) {
            best.merge(statement.node(), statement, (a, b) -> a.verdict().compareTo(b.verdict()) <= 0 ? a : b);
        }
        boolean torn = best.values().stream()
                        .filter(statement -> statement.verdict() == Verdict.PROVEN)
                        .count()
                > 1;
        List<Tie> ties = new ArrayList<>();
        for (Statement statement : best.values()) {
            Scope node = Scope.node(statement.node()).inCluster(pod.cluster());
            List<String> premises = new ArrayList<>(statement.premises());
            Verdict verdict = statement.verdict();
            if (torn) {
                verdict = Verdict.CONTRADICTED;
                premises.add("outputs place the pod on " + best.keySet());
            }
            if (isOver(pod)) {
                verdict = Verdict.CONTRADICTED;
                premises.add("the API says that the pod is over: its namespace and its veths are gone");
            }
            if (lives(pod) > 1) {
                verdict = Verdict.CONTRADICTED;
                premises.add("two pods bore this name, one after the other: indexes do not join across them");
            }
            if (rebooted.contains(node)) {
                verdict = verdict.and(Verdict.CONTRADICTED);
                premises.add("the node was seen in two boots: indexes do not join across them");
            }
            ties.add(new Tie(
                    Tie.Sort.POD_ON_NODE, pod, node, verdict, statement.rule(), statement.evidence(), premises));
        }
        return ties;
    }

    private boolean isOver(Scope pod) {
        return api.pod(pod).stream().anyMatch(Roster::isOver);
    }

    private long lives(Scope pod) {
        return api.pod(pod).stream()
                .map(PodSeen::uid)
                .filter(uid -> !uid.isEmpty())
                .distinct()
                .count();
    }

    private static boolean twoBoots(Site node) {
        return Incarnations.of(node, node.all(Link.class)).size() > 1;
    }
}
