package dev.plumbline.plan.over;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The API objects that are there, by kind and name. */
final class Existing {

    private final List<ApiResource> all;
    private final Map<String, ApiResource> byKey = new HashMap<>();
    private final Set<String> shown = new HashSet<>();

    Existing(List<ApiResource> all) {
        this.all = List.copyOf(all);
        for (ApiResource resource : all) {
            byKey.putIfAbsent(key(resource.kind(), resource.namespace(), resource.name()), resource);
            shown.add(key(resource.kind(), resource.namespace(), ""));
        }
    }

    static String key(String kind, String namespace, String name) {
        return kind + "\n" + namespace + "\n" + name;
    }

    List<ApiResource> all() {
        return all;
    }

    Optional<ApiResource> find(String kind, String namespace, String name) {
        return Optional.ofNullable(byKey.get(key(kind, namespace, name)));
    }

    /** Whether objects of this kind were collected from the namespace, so that one that is not among them is not there. */
    boolean shows(String kind, String namespace) {
        return shown.contains(key(kind, namespace, ""));
    }

    /** Names of a VM's interfaces in their order, of a VirtualMachineInstanceSpec. */
    static List<String> networks(Tree spec) {
        List<String> names = new ArrayList<>();
        for (Tree each : spec.at("domain", "devices", "interfaces").items()) {
            names.add(each.at("name").text());
        }
        return List.copyOf(names);
    }
}
