package dev.plumbline.lab;

import dev.plumbline.lab.draft.LabMachine;
import dev.plumbline.lab.draft.LabNic;
import dev.plumbline.lab.ground.Netns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an API server would tell of one VM or pod that runs, which a lab has not: written from what was built, in the forms of
 * kubevirt.io/v1 and of Multus' annotations.
 */
final class ApiObjects {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DEFAULT = "default";

    private final LabMachine machine;

    ApiObjects(LabMachine machine) {
        this.machine = machine;
    }

    /** By path, as a capture lays them. */
    Map<String, String> files() {
        String folder = "namespaces/" + machine.namespace();
        Map<String, String> files = new TreeMap<>();
        files.put(folder + "/core/pods/" + podName() + ".json", pod());
        if (isVm()) {
            files.put(folder + "/kubevirt.io/virtualmachineinstances/" + machine.name() + ".json", instance());
        }
        return files;
    }

    /** All of the VMs, as {@code oc get vmi -A} lists them: that there are no others is seen nowhere else. */
    static String listed(List<LabMachine> machines) {
        StringBuilder table = new StringBuilder(row("NAMESPACE", "NAME", "AGE", "PHASE", "IP", "NODENAME", "READY"));
        for (LabMachine machine : machines) {
            String node = machine.node().isEmpty() ? "" : new Netns(machine.node()).own();
            table.append(row(machine.namespace(), machine.name(), "<unknown>", "Running", "", node, "True"));
        }
        return table.toString();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-63s   %-63s   %-9s   %-7s   %-2s   %-63s   %s%n", cells);
    }

    private boolean isVm() {
        return !machine.guest().isEmpty();
    }

    private String podName() {
        return new Netns(machine.pod()).own();
    }

    private static String name(LabNic nic) {
        return !nic.name().isEmpty() ? nic.name() : nic.network().isEmpty() ? DEFAULT : nic.network();
    }

    private String instance() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("apiVersion", "kubevirt.io/v1").put("kind", "VirtualMachineInstance");
        root.putObject("metadata").put("namespace", machine.namespace()).put("name", machine.name());
        ObjectNode spec = root.putObject("spec");
        ArrayNode interfaces = spec.putObject("domain").putObject("devices").putArray("interfaces");
        ArrayNode networks = spec.putArray("networks");
        for (LabNic nic : machine.nics()) {
            ObjectNode declared = interfaces.addObject();
            declared.put("name", name(nic)).putObject(nic.binding());
            declared.put("macAddress", nic.mac());
            ObjectNode network = networks.addObject().put("name", name(nic));
            if (nic.network().isEmpty()) {
                network.putObject("pod");
            } else {
                network.putObject("multus").put("networkName", nic.network());
            }
        }
        ObjectNode status = root.putObject("status").put("phase", "Running");
        if (!machine.node().isEmpty()) {
            status.put("nodeName", nodeName());
        }
        return root.toPrettyString() + "\n";
    }

    private String nodeName() {
        return new Netns(machine.node()).own();
    }

    private String pod() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = root.putObject("metadata");
        metadata.put("namespace", machine.namespace()).put("name", podName());
        ObjectNode annotations = metadata.putObject("annotations");
        annotations.put("k8s.v1.cni.cncf.io/network-status", networkStatus());
        if (isVm()) {
            metadata.putObject("labels").put("kubevirt.io", "virt-launcher").put("vm.kubevirt.io/name", machine.name());
            annotations.put("kubevirt.io/domain", machine.name());
        }
        if (!machine.node().isEmpty()) {
            root.putObject("spec").put("nodeName", nodeName());
        }
        root.putObject("status").put("phase", "Running");
        return root.toPrettyString() + "\n";
    }

    /** The cluster's own network stands first; that of a VM whose networks all are Multus' too. */
    private String networkStatus() {
        ArrayNode status = MAPPER.createArrayNode();
        status.addObject().put("name", "cluster").put("interface", "eth0").put("default", true);
        for (LabNic nic : machine.nics()) {
            if (!nic.network().isEmpty()) {
                ObjectNode attached = status.addObject();
                attached.put("name", machine.namespace() + "/" + nic.network()).put("interface", nic.podDevice());
                if (!nic.mac().isEmpty()) {
                    attached.put("mac", nic.mac());
                }
            }
        }
        return status.toPrettyString();
    }
}
