package dev.plumbline.systems.kubevirt;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.VmNic;
import dev.plumbline.facts.VmNic.Wish;
import dev.plumbline.systems.ApiObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        Map<String, Declared> networks = networks(spec.at("networks"));
        List<VmNic> nics = new ArrayList<>();
        List<Tree> interfaces = spec.at("domain", "devices", "interfaces").items();
        for (int order = 0; order < interfaces.size(); order++) {
            Tree nic = interfaces.get(order);
            String name = nic.at("name").text();
            boolean wanted = object.whole() && !nic.at("state").text().equals("absent");
            if (!name.isEmpty()) {
                Declared network = networks.getOrDefault(name, new Declared(new Tree.Missing(nic.spot()), 0));
                nics.add(new VmNic(
                        object.vantage(),
                        object.atFirst(nic.at("macAddress"), nic.at("name")),
                        object.namespace(),
                        object.name(),
                        name,
                        order,
                        binding(nic),
                        attachment(network.tree()),
                        Mac.parse(nic.at("macAddress").text()),
                        "",
                        "",
                        List.of(),
                        wanted ? Optional.of(wish(nic, network)) : Optional.empty()));
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

    private Wish wish(Tree nic, Declared network) {
        String model = nic.at("model").text();
        Tree definition = network.tree().at("multus", "networkName");
        Tree at = Stream.of(definition, network.tree(), nic.at("name"))
                .filter(Tree::present)
                .findFirst()
                .orElse(nic);
        return new Wish(
                object.at(at),
                definition.text(),
                network.place(),
                model.isEmpty() ? "virtio" : model,
                nic.at("pciAddress").text(),
                nic.at("acpiIndex").integer().orElse(0),
                network.tree().at("pod", "vmNetworkCIDR").text());
    }

    /** Whether KubeVirt gives the VM an interface on the pod network because it names none (autoattachPodInterface). */
    static boolean bare(Tree spec) {
        Tree devices = spec.at("domain", "devices");
        String wanted = devices.at("autoattachPodInterface").text();
        return spec.at("domain").present()
                && devices.at("interfaces").items().isEmpty()
                && spec.at("networks").items().isEmpty()
                && !wanted.equals("false");
    }

    /** @param place 1-based among the secondary Multus networks, which is how a launcher of old numbers them; else 0 */
    private record Declared(Tree tree, int place) {}

    /** By network name; a name given twice joins nothing. */
    private static Map<String, Declared> networks(Tree networks) {
        Map<String, Declared> byName = new HashMap<>();
        Set<String> seen = new HashSet<>();
        int place = 0;
        for (Tree network : networks.items()) {
            boolean secondary = network.at("multus").present()
                    && !network.at("multus", "default").isTrue();
            place += secondary ? 1 : 0;
            String name = network.at("name").text();
            if (seen.add(name)) {
                byName.put(name, new Declared(network, secondary ? place : 0));
            } else {
                byName.remove(name);
            }
        }
        return byName;
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
