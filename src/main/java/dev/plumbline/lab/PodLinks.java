package dev.plumbline.lab;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.cni.Multus;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Who makes the pods' interfaces on secondary networks: the result is the same. */
public enum PodLinks {
    /** This machine's CNI plugins, called as Multus calls them: what they do and what they refuse is real. */
    CNI,
    /** Batches of iproute2, which are faster. */
    DIRECT;

    /** Each NIC takes two to four starts of a plugin. */
    private static final int MOST_VMS = 10;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PodLinks> parse(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /**
     * What it came to.
     *
     * @param definitions those whose plugins are run, by {@code namespace/name}; none where there are no plugins
     * @param remark why there are none though the lab is small; empty else
     */
    record Choice(PodLinks links, Map<String, Tree> definitions, Optional<String> remark) {}

    /**
     * As asked; where not asked by plugins, up to ten VMs, where all are installed that the definitions name.
     *
     * @throws LabException where plugins are asked for that are not installed
     */
    static Choice choose(LabRequest request) throws LabException {
        Choice direct = new Choice(DIRECT, Map.of(), Optional.empty());
        if (request.links().equals(Optional.of(DIRECT))) {
            return direct;
        }
        TreeSet<String> missing = new TreeSet<>();
        for (Tree definition : request.definitions().values()) {
            Multus.plugins(definition).stream()
                    .filter(type -> Kernel.plugin(type).isEmpty())
                    .forEach(missing::add);
        }
        List<String> absent = List.copyOf(missing);
        if (request.links().isPresent()) {
            if (!absent.isEmpty()) {
                throw new LabException(lacking(absent) + "; --wiring direct needs none");
            }
            return new Choice(CNI, request.definitions(), Optional.empty());
        }
        long vms = request.topology().machines().stream()
                .filter(machine -> machine.kind().equals("vm"))
                .count();
        boolean attachable = request.definitions().values().stream().anyMatch(Multus::canAttach);
        if (vms > MOST_VMS || !attachable) {
            return direct;
        }
        return absent.isEmpty()
                ? new Choice(CNI, request.definitions(), Optional.empty())
                : new Choice(
                        DIRECT, Map.of(), Optional.of(lacking(absent) + ": the pods' links are made without them"));
    }

    private static String lacking(List<String> plugins) {
        return "no CNI " + (plugins.size() == 1 ? "plugin " : "plugins ") + String.join(", ", plugins)
                + " (package containernetworking-plugins)";
    }
}
