package dev.plumbline.views;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Machine.Placement;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The words for verdicts, networks, places and counts that the text views share. */
final class Wording {

    /** The cluster's own pod network, as topologies name it. */
    private static final String POD_NETWORK = "pod network";

    private Wording() {}

    /** Why a path is not proven, in a few words; empty where it is. */
    static String reason(Machine machine, NicPath path) {
        if (path.verdict() == Verdict.PROVEN) {
            return "";
        }
        Optional<Hop> weakest = path.hops().stream()
                .filter(hop -> hop.verdict() == path.verdict())
                .findFirst();
        if (weakest.isPresent()) {
            return reason(weakest.get());
        }
        return machine.placements().stream()
                .filter(placement -> placement.verdict() == path.verdict())
                .findFirst()
                .map(placement -> "placement by " + placement.rule())
                .orElse("placement");
    }

    private static String reason(Hop hop) {
        if (hop.verdict() == Verdict.INFERRED
                && hop.step().filter(step -> step == Step.NAT).isPresent()) {
            return "NAT";
        }
        if (!hop.why().isEmpty()) {
            return hop.why();
        }
        String step = hop.step().map(Step::word).orElse("");
        return hop.gap() || hop.rule().isEmpty() ? step : hop.rule();
    }

    /** {@code proven}, {@code inferred: guest OVS}, {@code target: proven}. */
    static String verdict(Machine machine, NicPath path) {
        String reason = reason(machine, path);
        String role = path.state().isEmpty() || path.state().equals("active") ? "" : path.state() + ": ";
        return role + path.verdict().word() + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** The network's name; {@code ~} marks one that a rule of its maker gave. */
    static String network(Nic.Network network) {
        if (network.name().isEmpty()) {
            return network.candidates().isEmpty() ? "?" : either(network.candidates());
        }
        String name = network.name().get().equals(POD_NETWORK)
                ? "(pod)"
                : network.name().get();
        return switch (network.verdict()) {
            case PROVEN -> name;
            case INFERRED -> name + "~";
            case AMBIGUOUS, UNKNOWN, CONTRADICTED -> name + "?";
        };
    }

    /** {@code a|b|+2}: one of these. */
    static String either(List<String> names) {
        List<String> shown = new ArrayList<>(names.stream().limit(2).toList());
        if (names.size() > 2) {
            shown.add("+" + (names.size() - 2));
        }
        return shown.isEmpty() ? "?" : String.join("|", shown);
    }

    static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "?";
    }

    /** {@code 1 NIC}, {@code 7 NICs}. */
    static String count(int count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    /** {@code node rack-2   pod virt-launcher-a}; what is not proven says so. */
    static List<String> placement(Placement placement) {
        List<String> words = new ArrayList<>();
        String role = placement.role().isEmpty() || placement.role().equals("active") ? "" : placement.role() + " ";
        String weak = placement.verdict() == Verdict.PROVEN
                ? ""
                : " (" + placement.verdict().word() + ")";
        words.add(role + "node " + placement.node().orElse("?") + weak);
        words.add(role + "pod " + placement.pod().orElse("?"));
        return words;
    }

    /** {@code 4 proven, 3 inferred}: strongest first. */
    static String verdicts(List<Nic> nics) {
        List<String> words = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = nics.stream().filter(nic -> nic.verdict() == verdict).count();
            if (count > 0) {
                words.add(count + " " + verdict.word());
            }
        }
        return String.join(", ", words);
    }

    /** {@code openstack/controller-0   node rack-2   pod virt-launcher-a   7 NICs: 4 proven, 3 inferred}. */
    static List<String> headline(Machine machine) {
        List<String> words = new ArrayList<>();
        words.add((machine.kind().equals("vm") ? "" : machine.kind() + " ") + machine.path());
        if (machine.placements().isEmpty()) {
            words.add("node ?");
        }
        machine.placements().forEach(placement -> {
            // A pod on secondary networks is its own pod: saying so twice helps nobody.
            List<String> placed = placement(placement);
            words.addAll(machine.kind().equals("pod") ? placed.subList(0, 1) : placed);
        });
        if (!machine.state().isEmpty() && !machine.state().equals("running")) {
            words.add(machine.state());
        }
        String verdicts = verdicts(machine.nics());
        words.add(count(machine.nics().size(), "NIC") + (verdicts.isEmpty() ? "" : ": " + verdicts));
        return words;
    }

    /** {@code MTU 9000 throughout}, {@code MTU 1500 at vethab12, 9000 elsewhere where seen}. */
    static String mtu(NicPath path) {
        List<Hop> seen =
                path.hops().stream().filter(hop -> hop.mtu().isPresent()).toList();
        if (seen.isEmpty()) {
            return "MTU not seen";
        }
        boolean whole = path.hops().stream().allMatch(hop -> hop.mtu().isPresent());
        Hop lowest = seen.stream()
                .min(Comparator.comparingInt(hop -> hop.mtu().getAsInt()))
                .orElseThrow();
        int highest = seen.stream().mapToInt(hop -> hop.mtu().getAsInt()).max().orElseThrow();
        int low = lowest.mtu().getAsInt();
        if (low == highest) {
            return "MTU " + low + (whole ? " throughout" : " where seen");
        }
        String elsewhere = ", up to " + highest + " elsewhere" + (whole ? "" : " where seen");
        return "MTU " + low + " at " + lowest.label() + elsewhere;
    }

    /** {@code  to ens3}, {@code  to bond1 (ens1, ens2)}, {@code  beyond tap0} where a gap follows. */
    static String reach(NicPath path) {
        List<Hop> named = path.hops().stream().filter(hop -> !hop.gap()).toList();
        if (named.isEmpty()) {
            return "";
        }
        Hop last = named.getLast();
        String word = path.hops().getLast().gap() ? " beyond " : " to ";
        if (last.members().isEmpty()) {
            return word + last.label();
        }
        String fork = last.members().stream()
                .map(member -> member.device().id().name())
                .collect(Collectors.joining(", "));
        boolean bond = named.size() > 1 && last.step().filter(Step.BOND::equals).isPresent();
        return word + (bond ? named.get(named.size() - 2).label() + " (" + fork + ")" : fork);
    }

    /** {@code target node rack-2, pod virt-launcher-a}. */
    static String place(Placement placement) {
        String role = placement.role().isEmpty() || placement.role().equals("active") ? "" : placement.role() + " ";
        return role + "node " + placement.node().orElse("?") + ", pod "
                + placement.pod().orElse("?");
    }

    /** What is known of a network and how; for a rule's result also what it would be without the rule. */
    static String knowledge(Nic.Network network) {
        String by = network.rule().isEmpty() ? "" : " by " + network.rule();
        String others = String.join(", ", network.candidates());
        String either = network.candidates().size() < 2
                ? ""
                : network.verdict() == Verdict.INFERRED ? "; without that rule one of " + others : "; one of " + others;
        return network.name().orElse("?") + ": " + network.verdict().word() + by + either;
    }
}
