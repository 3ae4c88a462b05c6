package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.config.Stop;
import dev.plumbline.systems.osnetconfig.ifcfg.Provider.Entry;
import dev.plumbline.systems.osnetconfig.ifcfg.Provider.Group;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which files a provider would write on a machine that has some already (impl_ifcfg.py {@code apply}): those that differ,
 * and a VLAN's also where the device below it restarts.
 */
public final class Changed {

    private static final String FOLDER = "/etc/sysconfig/network-scripts/";

    private final Provider provider;
    private final Map<String, String> existing;
    private final Map<String, String> counted = new LinkedHashMap<>();
    private final Map<String, String> uncounted = new LinkedHashMap<>();
    private final Set<String> interfaces = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private Optional<String> lastDevice = Optional.empty();

    private Changed(Provider provider, Map<String, String> existing) {
        this.provider = provider;
        this.existing = existing;
    }

    public static Changed of(Provider provider, Map<String, String> existing) {
        Changed changed = new Changed(provider, existing);
        for (Group group : Group.values()) {
            provider.entries(group).forEach((device, entry) -> changed.device(group, device, entry));
        }
        changed.vpp();
        changed.services();
        return changed;
    }

    /** Path to content, in the order of writing: those that make exit code 2, and that --noop prints. */
    public Map<String, String> counted() {
        return counted;
    }

    /** rt_tables and the files of IVS and NFVSwitch, which are written without being counted or printed. */
    public Map<String, String> uncounted() {
        return uncounted;
    }

    private void device(Group group, String device, Entry entry) {
        String path = FOLDER + "ifcfg-" + device;
        String before = existing.getOrDefault(path, "");
        boolean differs = !before.equals(entry.text());
        boolean restarts = differs && Ifcfg.needsRestart(before, entry.text());
        switch (group) {
            case INTERFACES, IVS_PORTS, NFVSWITCH_PORTS -> {
                lastDevice = Optional.of(device);
                restart(restarts, device, interfaces);
            }
            case INFINIBAND -> restart(restarts, device, interfaces);
            case BRIDGES, LINUX_BRIDGES, TEAMS -> {
                restart(restarts, device, others);
                if (restarts) {
                    interfaces.addAll(provider.below(device));
                }
            }
            case BONDS -> bond(device, differs, restarts);
            case VLANS, INFINIBAND_CHILDREN -> {
                String below = Ifcfg.values(entry.text()).getOrDefault("PHYSDEV", "");
                differs |= interfaces.contains(below) || others.contains(below);
            }
        }
        if (differs) {
            counted.put(path, entry.text());
        }
        routes(group, device);
    }

    private static void restart(boolean restarts, String device, Set<String> into) {
        if (restarts) {
            into.add(device);
        }
    }

    private void bond(String device, boolean differs, boolean restarts) {
        Set<String> children = provider.below(device);
        if (restarts) {
            others.add(device);
            interfaces.addAll(children);
        } else if (!differs && children.stream().anyMatch(interfaces::contains)) {
            others.add(device);
        }
    }

    private void routes(Group group, String device) {
        RouteText routes = provider.routes(device);
        write("route-" + device, routes.content(false));
        write("route6-" + route6(group, device), routes.content(true));
        String rules = provider.rules(device).isEmpty() ? "" : RouteText.rules(provider.rules(device));
        write("rule-" + device, rules);
    }

    /**
     * os-net-config's own slip: IPv6 routes of a Linux bridge go into the file of the interface that was looked at last,
     * and without any interface it stumbles.
     */
    private String route6(Group group, String device) {
        if (group != Group.LINUX_BRIDGES) {
            return device;
        }
        return lastDevice.orElseThrow(() -> new Stop(
                "UnboundLocalError",
                "cannot access local variable 'route6_path' where it is not associated with a value"));
    }

    private void write(String file, String text) {
        String path = FOLDER + file;
        if (!existing.getOrDefault(path, "").equals(text)) {
            counted.put(path, text);
        }
    }

    private void vpp() {
        if (provider.vpp().isEmpty() && provider.vppBonds().isEmpty()) {
            return;
        }
        String before = existing.getOrDefault(VppText.PATH, "");
        String text = new VppText(provider.machine()).of(before, provider.vpp(), provider.vppBonds());
        if (!before.equals(text)) {
            counted.put(VppText.PATH, text);
        }
    }

    private void services() {
        if (!provider.tables().isEmpty()) {
            String before = existing.getOrDefault(RouteTableText.PATH, "");
            uncounted.put(RouteTableText.PATH, RouteTableText.of(before, provider.tables()));
        }
        service("/etc/sysconfig/ivs", SwitchText.ivs(provider));
        service("/etc/sysconfig/nfvswitch", SwitchText.nfvswitch(provider));
    }

    private void service(String path, String text) {
        if (!text.isEmpty() && !existing.getOrDefault(path, "").equals(text)) {
            uncounted.put(path, text);
        }
    }
}
