package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which hosts a set has: those that it has already, less the ones annotated for deletion, and new ones under the lowest
 * free numbers (pkg/common/hostname.go, doVMDelete in controllers/openstackvmset_controller.go).
 */
final class Hostnames {

    static final String DELETE_HOST = "osp-director.openstack.org/delete-host";

    /** Of a larger set only as many are planned; a count may be a slip of the finger. */
    static final int MOST_HOSTS = 10_000;

    private final DirectorInputs inputs;
    private final List<Obstacle> obstacles;
    private final Map<String, Tree> ipSets = new HashMap<>();
    private final Map<String, List<String>> machines = new HashMap<>();
    private final Set<String> toDelete = new TreeSet<>();
    private final Set<String> removed = new TreeSet<>();

    Hostnames(DirectorInputs inputs, List<Obstacle> obstacles) {
        this.inputs = inputs;
        this.obstacles = obstacles;
        for (Tree each : inputs.existing().ipSets()) {
            if (each.at("status", "hosts").present()) {
                ipSets.putIfAbsent(each.at("metadata", "name").text(), each);
            }
        }
        for (Tree each : inputs.existing().machines()) {
            String name = each.at("metadata", "name").text();
            Tree labels = each.at("metadata", "labels");
            if (labels.at(Metadata.OWNER_CONTROLLER).text().equals("osp-vmset")) {
                machines.computeIfAbsent(labels.at(Metadata.OWNER_NAME).text(), _ -> new ArrayList<>())
                        .add(name);
            }
            String value =
                    each.at("metadata", "annotations", DELETE_HOST).text().toLowerCase(Locale.ROOT);
            if (value.equals("true") || value.equals("yes")) {
                toDelete.add(name);
            }
        }
    }

    /** VMs that go, sorted. */
    List<String> removed() {
        return List.copyOf(removed);
    }

    HostSet fill(HostSet set) {
        if (set.vip() || set.serviceVip()) {
            return set.with(List.of(set.name()));
        }
        TreeSet<String> hosts = existing(set);
        if (hosts.size() > set.count()) {
            remove(set, hosts);
        }
        int wanted = Math.min(set.count(), MOST_HOSTS);
        if (set.count() > MOST_HOSTS) {
            obstacles.add(Obstacle.at(
                    set.countAt(),
                    "too-many-hosts",
                    set.roleName() + " wants " + set.count() + " hosts; the first " + MOST_HOSTS + " are planned"));
        }
        Set<Integer> numbers = new HashSet<>();
        hosts.forEach(host -> number(host).ifPresent(numbers::add));
        for (int number = 0; hosts.size() < wanted; number++) {
            if (numbers.add(number)) {
                hosts.add(set.name() + "-" + number);
            }
        }
        return set.with(new ArrayList<>(hosts));
    }

    private TreeSet<String> existing(HostSet set) {
        Tree ipSet = ipSets.get(set.name());
        if (ipSet != null) {
            return new TreeSet<>(ipSet.at("status", "hosts").fields().keySet());
        }
        TreeSet<String> hosts = new TreeSet<>();
        for (Tree net : inputs.held()) {
            for (Tree each : net.at("spec", "roleReservations", set.roleKey(), "reservations")
                    .items()) {
                if (!each.at("deleted").isTrue() && !each.at("hostname").text().isEmpty()) {
                    hosts.add(each.at("hostname").text());
                }
            }
        }
        if (set.use() == Use.VM) {
            hosts.addAll(machines.getOrDefault(set.owner(), List.of()));
        }
        return hosts;
    }

    /** Nothing goes unless exactly as many are annotated as are too many. */
    private void remove(HostSet set, TreeSet<String> hosts) {
        TreeSet<String> annotated = new TreeSet<>(toDelete);
        annotated.retainAll(hosts);
        int surplus = hosts.size() - set.count();
        if (annotated.size() == surplus) {
            hosts.removeAll(annotated);
            removed.addAll(annotated);
        } else {
            obstacles.add(Obstacle.at(
                    set.countAt(),
                    "scale-down-not-annotated",
                    surplus + " of " + hosts.size() + " hosts of " + set.roleName() + " are to go, " + annotated.size()
                            + " are annotated " + DELETE_HOST + ": none goes"));
        }
    }

    private static OptionalInt number(String hostname) {
        String digits = hostname.substring(hostname.lastIndexOf('-') + 1);
        boolean number =
                !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
