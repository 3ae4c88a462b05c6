package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.facts.VmSeen;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Machine.Placement;
import dev.plumbline.weave.Site;
import dev.plumbline.weave.Woven;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where the evidence ends: of which sorts every thing there is was listed, in every machine. Beyond it a name may stand
 * for something not seen, and a claim that is not shown may yet be true.
 */
final class Horizon {

    private static final Set<Sort> VM_ONLY =
            EnumSet.of(Sort.ALIAS, Sort.ADDRESS, Sort.MAC, Sort.GUEST_UPPER, Sort.GUEST_NIC, Sort.TAP, Sort.POD_BRIDGE);
    /** The bridge and ovs plugins draw it at random: no second device has it. */
    private static final Pattern DRAWN = Pattern.compile("veth[0-9a-f]{8}");

    private final Woven woven;
    private final boolean vms;
    private final boolean guests;
    private final boolean uppers;
    private final List<Machine> running;
    private final boolean domains;
    private final boolean launchers;
    private final boolean nodes;
    private final Set<String> nodeNames;

    /** @param nodeNames every node that the evidence names */
    Horizon(Woven woven, Set<String> nodeNames) {
        this.woven = woven;
        this.nodeNames = new TreeSet<>(nodeNames);
        this.running = woven.topology().machines().stream()
                .filter(machine ->
                        machine.kind().equals("vm") && !machine.state().equals("off"))
                .toList();
        this.vms = running.stream().allMatch(this::isListed) && isAnyListed();
        this.guests = vms && running.stream().allMatch(vm -> guest(vm, site -> site.sawAll(Subject.LINKS)));
        this.uppers = guests && running.stream().allMatch(vm -> guest(vm, site -> site.sawAll(Subject.OVS_PORTS)));
        this.domains = vms && running.stream().allMatch(vm -> launcher(vm, Horizon::sawDomain));
        this.launchers = vms
                && running.stream()
                        .allMatch(vm ->
                                launcher(vm, site -> site.sawAll(Subject.LINKS) || site.sawAll(Subject.BRIDGE_PORTS)));
        this.nodes = vms
                && running.stream()
                        .allMatch(vm -> vm.active().flatMap(Placement::node).isPresent());
    }

    /** Whether a list of the VMs of its namespace names it. */
    private boolean isListed(Machine vm) {
        return lists(vm.namespace())
                || bare().stream().anyMatch(seen -> seen.name().equals(vm.name()));
    }

    private boolean isAnyListed() {
        return !bare().isEmpty() || lists("");
    }

    private boolean lists(String namespace) {
        return woven.facts().all(Covered.class).stream()
                .anyMatch(covered -> (covered.subject() == Subject.VMS || covered.subject() == Subject.PODS)
                        && covered.filter().wouldShow("")
                        && covered.extent() instanceof Covered.Whole(String listed)
                        && (namespace.isEmpty() || listed.isEmpty() || listed.equals(namespace)));
    }

    /** Rows of a list that names no namespace: what it covers is nowhere said, and it is taken for whole. */
    private List<VmSeen> bare() {
        Set<String> asked = new TreeSet<>();
        woven.facts().all(Covered.class).forEach(covered -> {
            if (covered.subject() == Subject.VMS && covered.extent() instanceof Covered.One(String name)) {
                asked.add(name);
            }
        });
        return woven.facts().all(VmSeen.class).stream()
                .filter(seen -> seen.namespace().isEmpty() && !asked.contains(seen.name()))
                .toList();
    }

    private boolean guest(Machine vm, Predicate<Site> saw) {
        return woven.places().sites().values().stream()
                .filter(site -> site.is(Scope.Kind.GUEST))
                .filter(site -> site.scope().name().equals(vm.name())
                        && (site.scope().namespace().isEmpty()
                                || site.scope().namespace().equals(vm.namespace())))
                .anyMatch(saw);
    }

    private boolean launcher(Machine vm, Predicate<Site> saw) {
        Optional<String> pod = vm.active().flatMap(Placement::pod);
        return woven.places().sites().values().stream()
                .filter(site -> site.is(Scope.Kind.POD)
                        && pod.equals(Optional.of(site.scope().name())))
                .anyMatch(saw);
    }

    private static boolean sawDomain(Site site) {
        return site.all(Covered.class).stream()
                .anyMatch(covered -> covered.subject() == Subject.DOMAIN_NICS
                        && covered.filter().wouldShow(""));
    }

    /** One guest has no two NICs of one alias. */
    private static boolean hasAlias(Machine vm, String name) {
        return vm.nics().stream()
                .anyMatch(nic ->
                        nic.alias().filter(alias -> alias.name().equals(name)).isPresent());
    }

    /** Whether no other thing of this name and sort can lie on a line with a {@code beside}. */
    boolean holdsAll(String name, Sort sort, Sort beside) {
        return switch (sort) {
            case GUEST_NIC, GUEST_UPPER -> guests;
            case ALIAS -> vms && running.stream().allMatch(vm -> hasAlias(vm, name));
            case MAC -> VM_ONLY.contains(beside) && (guests || domains);
            case TAP -> domains || launchers;
            case POD_BRIDGE -> launchers;
            case POD_LINK -> VM_ONLY.contains(beside) && launchers;
            case VETH -> DRAWN.matcher(name).matches() || sawNodes();
            case NODE_BRIDGE, NODE_LINK -> sawNodes();
            case MACHINE, NODE, POD, NETWORK, ADDRESS -> false;
        };
    }

    /** Whether every device above a guest's NICs was listed. */
    boolean sawUppers() {
        return uppers;
    }

    private boolean sawNodes() {
        return eachNode(site -> site.sawAll(Subject.LINKS));
    }

    /** Whether every port of every bridge of the nodes was listed. */
    boolean sawBridges() {
        return eachNode(site -> site.sawAll(Subject.LINKS) || site.sawAll(Subject.BRIDGE_PORTS));
    }

    /** Whether all nodes are known that matter, and this holds in each. */
    boolean eachNode(Predicate<Site> saw) {
        return nodes
                && nodeNames.stream()
                        .allMatch(name -> woven.places().sites().values().stream()
                                .filter(site -> site.is(Scope.Kind.NODE)
                                        && site.scope().name().equals(name))
                                .anyMatch(saw));
    }

    /** What a name may be in places that were not listed, so far as such names are given. */
    Set<Sort> beyond(String name) {
        Set<Sort> sorts = EnumSet.noneOf(Sort.class);
        for (Sort sort : likely(name)) {
            if (!holdsAll(name, sort, Sort.TAP)) {
                sorts.add(sort);
            }
        }
        return sorts;
    }

    /** A hint, not a proof: it only keeps a claim from being called open for readings that nobody means. */
    private static Set<Sort> likely(String name) {
        if (name.matches("veth[0-9a-f]{4,}")) {
            return EnumSet.of(Sort.VETH);
        } else if (name.startsWith("k6t-")) {
            return EnumSet.of(Sort.POD_BRIDGE);
        } else if (name.matches("(?:tap|vnet).*")) {
            return EnumSet.of(Sort.TAP);
        } else if (name.matches("nic\\d+")) {
            return EnumSet.of(Sort.ALIAS);
        } else if (name.matches("net\\d+|pod[0-9a-f]{6,}")) {
            return EnumSet.of(Sort.POD_LINK);
        } else if (name.matches("br[-0-9].*|ovs.*")) {
            return EnumSet.of(Sort.GUEST_UPPER, Sort.NODE_BRIDGE);
        } else if (name.matches("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}")) {
            return EnumSet.of(Sort.MAC);
        } else if (name.matches("[0-9.]{7,15}|[0-9a-f]*:[0-9a-f:]*")) {
            return EnumSet.of(Sort.ADDRESS);
        } else if (name.matches("en[0-9a-z]+|em\\d.*")) {
            return EnumSet.of(Sort.GUEST_NIC, Sort.NODE_LINK);
        }
        return EnumSet.range(Sort.GUEST_UPPER, Sort.NODE_LINK);
    }
}
