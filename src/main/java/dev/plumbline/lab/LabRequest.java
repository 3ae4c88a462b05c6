package dev.plumbline.lab;

import dev.plumbline.answers.plan.GuestFile;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.vm.VmOptions;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.systems.osnetconfig.PlannedConfig;
import dev.plumbline.topology.Topology;
import dev.plumbline.views.GuestFileView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a user asks for with {@code lab up}.
 *
 * @param topology the planned network
 * @param resources a hash of what it was planned from
 * @param kubevirt whose plumbing of NICs is followed
 * @param guests what stands for a VM
 * @param machines how VMs are started, of guests of kind vm
 * @param definitions NetworkAttachmentDefinitions by {@code namespace/name}
 * @param links who makes the pods' interfaces, where that is asked for
 * @param interfaces what each VM's spec calls its interfaces, in their order, by {@code namespace/name} of the VM
 * @param configs os-net-config's file of each VM that has one, by {@code namespace/name} of the VM
 * @param switched whether Open vSwitch is to keep VLANs apart where the kernel's bridges cannot
 */
public record LabRequest(
        Topology topology,
        String resources,
        KubevirtVersion kubevirt,
        GuestKind guests,
        VmOptions machines,
        Map<String, Tree> definitions,
        Optional<PodLinks> links,
        boolean switched,
        Map<String, List<String>> interfaces,
        Map<String, Config> configs) {

    /** @param path {@code /etc/os-net-config/config.json} */
    public record Config(String path, String text) {

        /** Those among guests' files, by {@code namespace/name} of the VM. */
        public static Map<String, Config> of(List<GuestFile> files) {
            Map<String, Config> configs = new TreeMap<>();
            files.stream()
                    .filter(file -> PlannedConfig.isOne(file.path()))
                    .forEach(file -> configs.put(
                            file.namespace() + "/" + file.machine(),
                            new Config(file.path(), GuestFileView.WHOLE.text(file))));
            return configs;
        }
    }

    public LabRequest {
        definitions = Map.copyOf(definitions);
        interfaces = Map.copyOf(interfaces);
        configs = Map.copyOf(configs);
    }

    /** Of all else what is most used; no plugins, for there are no definitions. */
    public static LabRequest of(Topology topology, String resources) {
        return new LabRequest(
                topology,
                resources,
                KubevirtVersion.DEFAULT,
                GuestKind.NETNS,
                VmOptions.NONE,
                Map.of(),
                Optional.empty(),
                false,
                Map.of(),
                Map.of());
    }
}
