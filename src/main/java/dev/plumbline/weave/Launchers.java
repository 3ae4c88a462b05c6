package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Launchers by place, by the VM's name and by the MACs of their domains. Lists keep the order of the launchers. */
final class Launchers {

    private final List<Launcher> all;
    private final Map<Scope, List<Launcher>> byScope = new HashMap<>();
    private final Map<String, List<Launcher>> byVmName = new HashMap<>();
    private final Map<Mac, List<Launcher>> byMac = new HashMap<>();

    Launchers(List<Launcher> all) {
        this.all = List.copyOf(all);
        for (Launcher launcher : all) {
            byScope.computeIfAbsent(launcher.scope(), _ -> new ArrayList<>()).add(launcher);
            byVmName.computeIfAbsent(launcher.vm().name(), _ -> new ArrayList<>())
                    .add(launcher);
            launcher.macs()
                    .forEach(mac ->
                            byMac.computeIfAbsent(mac, _ -> new ArrayList<>()).add(launcher));
        }
    }

    List<Launcher> all() {
        return all;
    }

    List<Launcher> at(Scope scope) {
        return byScope.getOrDefault(scope, List.of());
    }

    List<Launcher> ofVmNamed(String name) {
        return byVmName.getOrDefault(name, List.of());
    }

    /** Those whose domain has one of these MACs. */
    Set<Launcher> withAny(Collection<Mac> macs) {
        Set<Launcher> found = new LinkedHashSet<>();
        macs.forEach(mac -> found.addAll(byMac.getOrDefault(mac, List.of())));
        return found;
    }
}
