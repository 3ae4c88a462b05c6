package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that an earlier run of os-net-config left: dpdk_mapping.yaml or sriov_config.yaml.
 *
 * @param entries in the file's order
 * @param error what os-net-config stumbles over when it reads the file
 */
public record StateFile(List<Entry> entries, Optional<PythonError> error) {

    public static final StateFile NONE = new StateFile(List.of(), Optional.empty());

    /**
     * @param pci empty where not given
     * @param mac likewise
     * @param deviceType pf or vf; empty in dpdk_mapping.yaml
     * @param function which one it is, of a vf
     */
    public record Entry(String name, String pci, String mac, String deviceType, VirtualFunction function) {}

    public static StateFile dpdk(YamlFile file) {
        return read(file, List.of("name", "pci_address"));
    }

    public static StateFile sriov(YamlFile file) {
        return read(file, List.of("device_type", "name"));
    }

    private static StateFile read(YamlFile file, List<String> required) {
        if (file.error().isPresent() || file.isEmpty()) {
            return new StateFile(List.of(), file.error());
        }
        List<Entry> entries = new ArrayList<>();
        if (!(file.root() instanceof Tree.Sequence)) {
            PythonError error = new PythonError("TypeError", "the file " + file.name() + " holds no list");
            return new StateFile(List.of(), Optional.of(error));
        }
        for (Tree item : file.root().items()) {
            for (String key : required) {
                if (!item.at(key).present()) {
                    return new StateFile(entries, Optional.of(PythonError.missingKey(key)));
                }
            }
            entries.add(new Entry(
                    item.at("name").text(),
                    item.at("pci_address").text(),
                    item.at("mac_address").text(),
                    item.at("device_type").text(),
                    VirtualFunction.of(
                            item.at("device", "name").text(),
                            item.at("device", "vfid").text())));
        }
        return new StateFile(List.copyOf(entries), Optional.empty());
    }

    Optional<String> mac(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(Entry::mac)
                .filter(mac -> !mac.isEmpty());
    }
}
