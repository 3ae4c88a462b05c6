package dev.plumbline.systems.kubevirt;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.VmNic;
import dev.plumbline.systems.ApiObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The NICs of a VM or its instance: the declared ones, joined with their networks by name, and the reported ones. */
final class VmNics {

    private static final List<String> BINDINGS =
            List.of("bridge", "masquerade", "sriov", "macvtap", "slirp", "passt", "passtBinding");

    private final ApiObject object;

    VmNics(ApiObject object) {
        this.object = object;
    }

    /** @param spec a VirtualMachineInstanceSpec */
    List<VmNic> declared(Tree spec) {
        Map<String, String> attachments = attachments(spec.at("networks"));
        List<VmNic> nics = new ArrayList<>();
        List<Tree> interfaces = spec.at("domain", "devices", "interfaces").items();
        for (int order = 0; order < interfaces.size(); order++) {
            Tree nic = interfaces.get(order);
            String name = nic.at("name").text();
            if (!name.isEmpty()) {
                nics.add(new VmNic(
                        object.vantage(),
                        object.atFirst(nic.at("macAddress"), nic.at("name")),
                        object.namespace(),
                        object.name(),
                        name,
                        order,
                        binding(nic),
                        attachments.getOrDefault(name, ""),
                        Mac.parse(nic.at("macAddress").text()),
                        "",
                        "",
                        List.of()));
            }
        }
        return nics;
    }

    /** @param status a VirtualMachineInstanceStatus */
    List<VmNic> reported(Tree status) {
        List<VmNic> nics = new ArrayList<>();
        for (Tree row : status.at("interfaces").items()) {
            nics.add(new VmNic(
                    object.vantage(),
                    object.atFirst(row.at("mac"), row.at("name"), row.at("interfaceName")),
                    object.namespace(),
                    object.name(),
                    row.at("name").text(),
                    -1,
                    "",
                    "",
                    Mac.parse(row.at("mac").text()),
                    row.at("interfaceName").text(),
                    row.at("podInterfaceName").text(),
                    addresses(row)));
        }
        return nics;
    }

    private static List<String> addresses(Tree row) {
        List<Tree> listed = row.at("ipAddresses").items();
        return (listed.isEmpty() ? List.of(row.at("ipAddress")) : listed)
                .stream()
                        .map(address -> withoutPrefix(address.text()))
                        .filter(address -> !address.isEmpty())
                        .toList();
    }

    /** KubeVirt before 0.36 reported addresses with their prefix length. */
    static String withoutPrefix(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    private static String binding(Tree nic) {
        String plugin = nic.at("binding", "name").text();
        if (!plugin.isEmpty()) {
            return plugin;
        }
        List<String> given =
                BINDINGS.stream().filter(word -> nic.at(word).present()).toList();
        return given.size() == 1 ? given.getFirst() : "";
    }

    /** By network name; a name given twice joins nothing. */
    private Map<String, String> attachments(Tree networks) {
        Map<String, String> attachments = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Tree network : networks.items()) {
            String name = network.at("name").text();
            if (seen.add(name)) {
                attachments.put(name, attachment(network));
            } else {
                attachments.remove(name);
            }
        }
        return attachments;
    }

    private String attachment(Tree network) {
        String definition = network.at("multus", "networkName").text();
        if (definition.isEmpty()) {
            return network.at("pod").present() ? "pod" : "";
        }
        if (definition.indexOf('/') >= 0) {
            return definition;
        }
        return object.namespace().isEmpty() ? "" : object.namespace() + "/" + definition;
    }
}
