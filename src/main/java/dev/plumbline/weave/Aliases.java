package dev.plumbline.weave;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.NicAlias;
import dev.plumbline.systems.osnetconfig.NicOrder;
import dev.plumbline.topology.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * os-net-config's names for a guest's NICs. Its own log proves them; without it they follow from its numbering of active
 * NICs, which is inferred and only where the guest's links were listed in full and a configuration uses such names.
 */
final class Aliases {

    private final Map<String, List<NicAlias>> logged = new TreeMap<>();
    private final Map<String, String> numbered;
    private final Site guest;

    Aliases(Site guest) {
        this.guest = guest;
        guest.all(NicAlias.class)
                .forEach(alias -> logged.computeIfAbsent(alias.device(), _ -> new ArrayList<>())
                        .add(alias));
        this.numbered = logged.isEmpty() ? numbered(guest) : Map.of();
    }

    /** The alias of a device. */
    Optional<Nic.Alias> of(String device) {
        List<NicAlias> names = logged.getOrDefault(device, List.of());
        if (!names.isEmpty()) {
            long distinct = names.stream().map(NicAlias::alias).distinct().count();
            Verdict verdict = distinct > 1
                    ? Verdict.CONTRADICTED
                    : names.getFirst().vantage().standing().cap();
            return Optional.of(new Nic.Alias(
                    names.getLast().alias(),
                    verdict,
                    "os-net-config-log",
                    names.stream().map(NicAlias::origin).limit(2).toList()));
        }
        return Optional.ofNullable(numbered.get(device))
                .map(alias -> new Nic.Alias(
                        alias,
                        Verdict.INFERRED,
                        "nic-order",
                        guest.device(device).map(Sighting::evidence).orElse(List.of())));
    }

    /** The device that a configuration calls so: an alias, or a kernel name. */
    String device(String name) {
        Optional<String> byLog = logged.values().stream()
                .flatMap(List::stream)
                .filter(alias -> alias.alias().equals(name))
                .map(NicAlias::device)
                .findFirst();
        return byLog.or(() -> numbered.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElse(name);
    }

    private static Map<String, String> numbered(Site guest) {
        boolean used = guest.all(ConfiguredDevice.class).stream()
                .anyMatch(device -> device.name().matches("nic\\d+")
                        || device.members().stream().anyMatch(member -> member.matches("nic\\d+")));
        return used && guest.sawAll(Covered.Subject.LINKS) ? numbers(guest) : Map.of();
    }

    /** Alias by device. */
    private static Map<String, String> numbers(Site guest) {
        List<NicOrder.Candidate> nics = GuestNics.of(guest).stream()
                .map(nic -> new NicOrder.Candidate(nic.name(), operstate(nic), true))
                .toList();
        Map<String, String> byDevice = new TreeMap<>();
        NicOrder.aliases(nics).forEach((alias, device) -> byDevice.put(device, alias));
        return byDevice;
    }

    /** busybox's ip prints no operstate; a carrier is the nearest that it shows. */
    private static String operstate(Sighting nic) {
        return nic.device().state().orElse(nic.device().flags().contains("LOWER_UP") ? "up" : "");
    }
}
