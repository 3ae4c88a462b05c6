package dev.plumbline.views;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which needs and findings speak of which hop.
 *
 * @param settling needs by what they settle: {@code machine/nic}, {@code scope:device}
 * @param about findings by the device they concern
 * @param touching findings by the NIC they affect
 */
record Affected(
        Map<String, List<Need>> settling, Map<String, List<Finding>> about, Map<String, List<Finding>> touching) {

    static Affected of(MapAnswer answer) {
        Map<String, List<Need>> settling = new HashMap<>();
        answer.needs()
                .forEach(need -> need.settles()
                        .forEach(what -> settling.computeIfAbsent(what, _ -> new ArrayList<>())
                                .add(need)));
        Map<String, List<Finding>> about = new HashMap<>();
        answer.findings()
                .forEach(finding -> finding.where()
                        .forEach(device -> about.computeIfAbsent(device, _ -> new ArrayList<>())
                                .add(finding)));
        Map<String, List<Finding>> touching = new HashMap<>();
        answer.findings()
                .forEach(finding -> finding.affects()
                        .forEach(nic -> touching.computeIfAbsent(nic, _ -> new ArrayList<>())
                                .add(finding)));
        return new Affected(settling, about, touching);
    }

    /** The needs of a NIC, then those of the devices on its path. */
    List<Need> needs(Machine machine, Nic nic) {
        List<Need> needs = of(settling, machine, nic);
        nic.path().hops().stream()
                .flatMap(hop -> settling.getOrDefault(id(hop), List.of()).stream())
                .filter(need -> !needs.contains(need))
                .forEach(needs::add);
        return needs;
    }

    /** The findings that affect a NIC, in their order. */
    List<Finding> findings(Machine machine, Nic nic) {
        return of(touching, machine, nic);
    }

    private static <T> List<T> of(Map<String, List<T>> byNic, Machine machine, Nic nic) {
        List<T> all = new ArrayList<>(byNic.getOrDefault(machine.name() + "/" + nic.ref(), List.of()));
        byNic.getOrDefault(machine.path() + "/" + nic.ref(), List.of()).stream()
                .filter(each -> !all.contains(each))
                .forEach(all::add);
        return all;
    }

    /**
     * Ids of the needs that settle this hop: those that name its device; for a hop that is not proven also its NIC's,
     * narrowed to those that look in the hop's own place where the path's other weak hops have needs of their own.
     */
    List<String> needs(Machine machine, Nic nic, NicPath path, Hop hop) {
        List<Need> named = new ArrayList<>(settling.getOrDefault(id(hop), List.of()));
        if (hop.verdict() != Verdict.PROVEN) {
            of(settling, machine, nic).stream()
                    .filter(need -> !named.contains(need))
                    .filter(need -> need.scope().equals(hop.scope().path()) || !hasOwnPlace(path, need))
                    .forEach(named::add);
        }
        return named.stream().map(Need::id).toList();
    }

    private static boolean hasOwnPlace(NicPath path, Need need) {
        return path.hops().stream()
                .anyMatch(hop ->
                        hop.verdict() != Verdict.PROVEN && hop.scope().path().equals(need.scope()));
    }

    List<String> findings(Hop hop) {
        return about.getOrDefault(id(hop), List.of()).stream().map(Finding::id).toList();
    }

    private static String id(Hop hop) {
        return new DeviceId(hop.scope(), hop.label()).toString();
    }
}
