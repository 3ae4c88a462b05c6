package dev.plumbline.pastes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How a captured lab was really wired.
 *
 * @param vms the machines, in order
 * @param steps every step of every NIC, guest first
 * @param aliases {@code vm/nicN} to the guest's device
 * @param networks {@code vm/device} to the networks that its NIC was declared on and is wired to
 */
record Truth(List<Vm> vms, List<TrueStep> steps, Map<String, String> aliases, Map<String, Set<String>> networks) {

    private static final String NAMESPACE = "openstack";

    /** A VM and where it runs. */
    record Vm(String name, String pod, String node) {}

    /**
     * One step of one NIC.
     *
     * @param kind the kinds of both devices, as {@code tap>k6t-bridge}
     * @param from scope and device
     * @param bridge the node's bridge on this NIC's path; empty where it reaches none
     * @param masquerade whether the NIC leaves its pod by address translation
     */
    record TrueStep(Vm vm, String nic, String kind, String from, String to, String bridge, boolean masquerade) {

        String pair() {
            return from + " -> " + to;
        }
    }

    static Truth of(JsonNode root) {
        Map<String, String> scopes = new HashMap<>();
        List<Vm> vms = new ArrayList<>();
        for (JsonNode place : root.get("namespaces").values()) {
            String netns = place.path("netns").asString("");
            switch (place.path("role").asString("")) {
                case "node" -> scopes.put(netns, "node/" + place.path("node").asString(""));
                case "pod" -> {
                    scopes.put(netns, "pod/" + NAMESPACE + "/" + netns);
                    if (!place.path("vm").asString("").isEmpty()) {
                        vms.add(new Vm(
                                place.path("vm").asString(""),
                                netns,
                                place.path("node").asString("")));
                    }
                }
                default -> {}
            }
        }
        List<TrueStep> steps = new ArrayList<>();
        Map<String, String> aliases = new HashMap<>();
        Map<String, Set<String>> networks = new HashMap<>();
        for (JsonNode nic : root.get("nics").values()) {
            Vm vm = vms.stream()
                    .filter(one -> one.name().equals(nic.path("vm").asString("")))
                    .findFirst()
                    .orElseThrow();
            aliases.put(
                    vm.name() + "/" + nic.path("nic").asString(""),
                    nic.path("guest_if").asString(""));
            Set<String> declared = new HashSet<>();
            declared.add(nic.path("network_configured").asString(""));
            declared.add(nic.path("network_attached").asString(""));
            networks.put(vm.name() + "/" + nic.get("guest_if").asString(), declared);
            nic.get("path").values().stream()
                    .filter(hop -> hop.path("kind").asString("").equals("guest-bridge"))
                    .forEach(
                            hop -> networks.put(vm.name() + "/" + hop.get("dev").asString(), declared));
            steps.addAll(steps(nic, vm, scopes));
        }
        return new Truth(vms, steps, aliases, networks);
    }

    private static List<TrueStep> steps(JsonNode nic, Vm vm, Map<String, String> scopes) {
        List<TrueStep> steps = new ArrayList<>();
        boolean masquerade = nic.path("network_attached").asString("").equals("default");
        String bridge = nic.get("path").values().stream()
                .filter(hop -> hop.path("kind").asString("").equals("node-bridge"))
                .map(hop -> hop.path("dev").asString(""))
                .findFirst()
                .orElse("");
        String before = "";
        String kind = "";
        for (JsonNode hop : nic.get("path").values()) {
            if (hop.path("kind").asString("").equals("os-net-config")) {
                continue;
            }
            String netns = hop.path("netns").asString("");
            String scope = scopes.getOrDefault(netns, "guest/" + NAMESPACE + "/" + vm.name());
            String here = scope + ":" + hop.path("dev").asString("");
            if (!before.isEmpty()) {
                steps.add(new TrueStep(
                        vm,
                        nic.path("nic").asString(""),
                        kind + ">" + hop.path("kind").asString(""),
                        before,
                        here,
                        bridge,
                        masquerade));
            }
            before = here;
            kind = hop.path("kind").asString("");
        }
        return steps;
    }

    Set<String> pairs() {
        Set<String> pairs = new HashSet<>();
        steps.forEach(step -> pairs.add(step.pair()));
        return pairs;
    }
}
