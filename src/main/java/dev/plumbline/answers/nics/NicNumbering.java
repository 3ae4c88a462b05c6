package dev.plumbline.answers.nics;

import dev.plumbline.answers.nics.NicsAnswer.Message;
import dev.plumbline.answers.nics.NicsAnswer.Numbered;
import dev.plumbline.answers.nics.NicsAnswer.Stray;
import dev.plumbline.answers.nics.NicsAnswer.Unnumbered;
import dev.plumbline.systems.osnetconfig.ConfigNames;
import dev.plumbline.systems.osnetconfig.ConfigNames.Use;
import dev.plumbline.systems.osnetconfig.NetDevice;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.NicMapping;
import dev.plumbline.systems.osnetconfig.NicOrder;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.StateFile;
import dev.plumbline.systems.osnetconfig.YamlFile;
import dev.plumbline.systems.osnetconfig.run.Configuration;
import dev.plumbline.systems.osnetconfig.run.Host;
import dev.plumbline.systems.osnetconfig.run.NetConfigRun;
import dev.plumbline.systems.osnetconfig.run.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The question of {@code nics}.
 *
 * @param premises what the listing of the host does not show
 * @param added names of NICs that might be plugged in
 */
public record NicNumbering(Host machine, YamlFile config, Release release, List<String> premises, List<String> added) {

    public NicsAnswer answer() {
        Configuration configuration = Configuration.of(config, machine, release);
        Outcome run = NetConfigRun.of(machine, configuration, release);
        NicMapping mapping = run.mapping();
        List<Use> uses = ConfigNames.read(config).uses();
        List<Numbered> numbered = new ArrayList<>();
        Map<String, Integer> positions = positions(mapping.active());
        mapping.aliases()
                .forEach((alias, device) -> numbered.add(
                        new Numbered(alias, device, why(alias, device, mapping, positions), usedBy(alias, uses))));
        numbered.sort(Comparator.comparing(Numbered::alias, NicOrder::compareNaturally));
        return new NicsAnswer(
                release.word(),
                release.branch(),
                List.copyOf(numbered),
                unnumbered(mapping, positions),
                (int) host().devices().stream()
                        .filter(device -> !device.onBus())
                        .count(),
                strays(mapping, uses),
                run.messages().stream()
                        .map(message -> new Message(message.level().name(), message.text()))
                        .toList(),
                run.exit(),
                run.code(),
                run.files(),
                NetworkAnswer.of(run.network()),
                new Changes(this, configuration, run).all(),
                taken(mapping));
    }

    NicHost host() {
        return machine.nics();
    }

    /** What is bound to DPDK is gone from the listing, and with it whose virtual function it is. */
    private List<String> taken(NicMapping mapping) {
        Set<String> seen = host().devices().stream().map(NetDevice::name).collect(Collectors.toSet());
        String bound = host().dpdk().entries().stream()
                .map(StateFile.Entry::name)
                .filter(name -> !seen.contains(name) && mapping.active().contains(name))
                .collect(Collectors.joining(", "));
        List<String> taken = new ArrayList<>(premises);
        if (!bound.isEmpty()) {
            taken.add("no listing shows NICs bound to DPDK, taken for no virtual functions: " + bound);
        }
        return List.copyOf(taken);
    }

    private String why(String alias, String device, NicMapping mapping, Map<String, Integer> positions) {
        int position = positions.getOrDefault(device, 0);
        if (mapping.byFile().contains(alias)) {
            boolean mac = machine.mapping().entries().stream()
                    .anyMatch(entry -> entry.alias().equals(alias) && entry.isMac());
            return "mapping file, by " + (mac ? "MAC" : "name") + (position == 0 ? "; not active" : "");
        }
        boolean seen = host().devices().stream().anyMatch(nic -> nic.name().equals(device) && nic.active());
        boolean dpdk =
                host().dpdk().entries().stream().anyMatch(entry -> entry.name().equals(device));
        return (seen ? "active" : dpdk ? "dpdk_mapping.yaml" : "sriov_config.yaml") + ", " + position + " of "
                + positions.size();
    }

    private List<Unnumbered> unnumbered(NicMapping mapping, Map<String, Integer> positions) {
        Set<String> mapped = Set.copyOf(mapping.aliases().values());
        return host().devices().stream()
                .filter(device -> device.onBus() && !mapped.contains(device.name()))
                .map(device -> new Unnumbered(device.name(), whyNot(device, mapping, positions)))
                .toList();
    }

    private static String whyNot(NetDevice device, NicMapping mapping, Map<String, Integer> positions) {
        if (device.virtualFunction()) {
            return "an SR-IOV virtual function";
        }
        if (device.active()) {
            String alias = "nic" + positions.getOrDefault(device.name(), 0);
            String holder = mapping.aliases().getOrDefault(alias, "");
            return mapping.error().isPresent() ? "the mapping ends before it" : alias + " is " + holder;
        }
        return device.address().isEmpty()
                ? "no address"
                : device.operstate().isEmpty()
                        ? "no operstate"
                        : "not active: " + device.operstate().strip().toLowerCase(Locale.ROOT);
    }

    private static List<Stray> strays(NicMapping mapping, List<Use> uses) {
        if (mapping.error().isPresent()) {
            // No name was looked up: this run is anything but silent.
            return List.of();
        }
        Map<String, Set<String>> names = new LinkedHashMap<>();
        uses.stream()
                .filter(use -> ConfigNames.looksLikeAlias(use.name()))
                .filter(use -> !mapping.aliases().containsKey(ConfigNames.base(use.name())))
                .forEach(use -> names.computeIfAbsent(use.name(), _ -> new LinkedHashSet<>())
                        .add(use.by()));
        return names.entrySet().stream()
                .map(entry -> new Stray(entry.getKey(), mapping.resolve(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
    }

    private static List<String> usedBy(String alias, List<Use> uses) {
        return uses.stream()
                .filter(use ->
                        use.name().equals(alias) || ConfigNames.base(use.name()).equals(alias))
                .map(Use::by)
                .distinct()
                .toList();
    }

    private static Map<String, Integer> positions(List<String> active) {
        Map<String, Integer> positions = new HashMap<>();
        active.forEach(name -> positions.put(name, positions.size() + 1));
        return positions;
    }
}
