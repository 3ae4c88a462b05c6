package dev.plumbline.pastes;

import dev.plumbline.answers.Evidence;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Weaver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a paste's map proves, held against the truth.
 *
 * @param wrong what is proven and untrue
 * @param proven how many true steps are proven
 * @param missed true steps that were shown whole and are not proven
 * @param shares by kind of step: proven, shown
 */
record Reckoning(List<String> wrong, int proven, List<String> missed, Map<String, Share> shares) {

    static Reckoning of(Paste paste, Truth truth) {
        Gathered gathered = Gathered.nothing();
        for (int i = 0; i < paste.files().size(); i++) {
            byte[] bytes = paste.files().get(i).getBytes(StandardCharsets.UTF_8);
            gathered = gathered.and(TranscriptReader.read("paste-" + (i + 1) + ".txt", bytes, List.of()));
        }
        Topology topology = Weaver.weave(Evidence.of(gathered).facts()).topology();
        Set<String> proven = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (Machine machine : topology.machines()) {
            machine.nics().forEach(nic -> nic(machine, nic, truth, proven, wrong));
            placements(machine, truth, wrong);
        }
        Set<String> pairs = truth.pairs();
        proven.stream().filter(pair -> !pairs.contains(pair)).sorted().forEach(wrong::add);
        proven.retainAll(pairs);
        List<String> missed = new ArrayList<>();
        Map<String, Share> shares = shares(paste, truth, proven, missed);
        return new Reckoning(wrong, proven.size(), missed, shares);
    }

    private static Map<String, Share> shares(Paste paste, Truth truth, Set<String> proven, List<String> missed) {
        Map<String, Share> shares = new TreeMap<>();
        String path = "";
        boolean reached = true;
        for (Truth.TrueStep step : truth.steps()) {
            String of = step.vm().name() + "/" + step.nic();
            boolean inGuest = step.kind().startsWith("guest");
            // a line is followed from the guest or, where its tap's NIC is not known, from the tap
            reached = inGuest || step.kind().startsWith("tap") || reached && of.equals(path);
            path = of;
            boolean shown = reached && paste.shown().proves(step);
            reached = inGuest || shown;
            if (shown) {
                String kind = step.kind() + (step.masquerade() ? " (masquerade)" : "");
                shares.merge(kind, new Share(proven.contains(step.pair()) ? 1 : 0, 1), Share::and);
                if (!proven.contains(step.pair())) {
                    missed.add(step.pair());
                }
            }
        }
        return shares;
    }

    private static void nic(Machine machine, Nic nic, Truth truth, Set<String> proven, List<String> wrong) {
        List<List<Hop>> paths = new ArrayList<>();
        paths.add(nic.path().hops());
        nic.otherPaths().forEach(path -> paths.add(path.hops()));
        for (List<Hop> hops : paths) {
            String before = "";
            for (Hop hop : hops) {
                String here = hop.name()
                        .map(name -> scope(hop.scope(), truth) + ":" + name)
                        .orElse("");
                if (!before.isEmpty()
                        && hop.verdict() == Verdict.PROVEN
                        && hop.step().isPresent()) {
                    String from = before;
                    if (!here.isEmpty()) {
                        proven.add(from + " -> " + here);
                    }
                    hop.members().stream()
                            .filter(member -> member.verdict() == Verdict.PROVEN)
                            .forEach(member -> proven.add(
                                    from + " -> " + scope(member.device().id().scope(), truth) + ":"
                                            + member.device().id().name()));
                }
                before = here;
            }
        }
        String device = paths.getFirst().stream()
                .filter(hop -> hop.step().isEmpty() || hop.step().get().word().equals("ovs"))
                .map(hop -> hop.name().orElse(""))
                .reduce("", (_, last) -> last);
        nic.alias().filter(alias -> alias.verdict() == Verdict.PROVEN).ifPresent(alias -> {
            String real = truth.aliases().getOrDefault(vm(machine, truth) + "/" + alias.name(), "");
            if (!real.equals(nic.name().orElse(device))) {
                wrong.add("alias " + machine.name() + "/" + alias.name() + " is " + nic.name());
            }
        });
        if (nic.network().verdict() == Verdict.PROVEN && nic.name().isPresent()) {
            Set<String> real = truth.networks()
                    .getOrDefault(machine.name() + "/" + nic.name().get(), Set.of());
            String said = nic.network().name().orElse("");
            if (!real.contains(said) && !real.contains("default")) {
                wrong.add("network of " + machine.name() + "/" + nic.name().get() + " is " + said);
            }
        }
    }

    /** A machine of which no more was seen bears the address that it was reached by. */
    private static String vm(Machine machine, Truth truth) {
        String path = scope(Scope.host(machine.name()), truth);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void placements(Machine machine, Truth truth, List<String> wrong) {
        for (Machine.Placement placement : machine.placements()) {
            boolean untrue = truth.vms().stream()
                    .filter(vm -> vm.name().equals(machine.name()))
                    .anyMatch(vm -> placement
                                    .node()
                                    .filter(node -> !node.equals(vm.node()))
                                    .isPresent()
                            || placement
                                    .pod()
                                    .filter(pod -> !pod.equals(vm.pod()))
                                    .isPresent());
            if (untrue && placement.verdict() == Verdict.PROVEN) {
                wrong.add("placement of " + machine.name() + " is " + placement);
            }
        }
    }

    /** A host is whichever machine bears its name or, in a paste, its address; a domain stands for its pod. */
    private static String scope(Scope scope, Truth truth) {
        for (Truth.Vm vm : truth.vms()) {
            String name = scope.name();
            boolean named = name.equals(vm.name())
                    || name.equals("172.22.0.12" + vm.name().charAt(vm.name().length() - 1))
                    || name.equals(vm.name() + ".ctlplane");
            if (named && scope.is(Scope.Kind.DOMAIN)) {
                return "pod/openstack/" + vm.pod();
            }
            if (named && (scope.is(Scope.Kind.HOST) || scope.is(Scope.Kind.GUEST))) {
                return "guest/openstack/" + vm.name();
            }
            if (scope.is(Scope.Kind.HOST) && name.equals(vm.node())) {
                return "node/" + vm.node();
            }
            if (scope.is(Scope.Kind.POD) && name.equals(vm.pod())) {
                return "pod/openstack/" + vm.pod();
            }
        }
        return scope.path();
    }
}
