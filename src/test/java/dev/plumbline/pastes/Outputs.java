package dev.plumbline.pastes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** What was typed in each place of a capture, and its output. */
final class Outputs {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    private final Capture capture;
    private final Choices choices;

    Outputs(Capture capture, Choices choices) {
        this.capture = capture;
        this.choices = choices;
    }

    /** The lists of links, in one of the forms that people use. */
    private List<Output> links(String folder, String also) {
        List<Output> all = new ArrayList<>();
        capture.lines(folder + "/ip_addr").ifPresent(lines -> {
            all.add(Output.of(
                    choices.of("ip a", "ip addr", "ip address show", "ip a s"), lines, "links", "addresses", also));
        });
        capture.lines(folder + "/ip_link").ifPresent(lines -> {
            all.add(Output.of(choices.of("ip link", "ip l", "ip link show"), lines, "links", also));
            all.add(Output.of("ip -o link", Derived.oneLine(lines), "links", also));
        });
        capture.lines(folder + "/ip_-d_link")
                .ifPresent(lines -> all.add(Output.of(
                        choices.of("ip -d link", "ip -d link show", "ip -details link"), lines, "links", also)));
        capture.lines(folder + "/ip_-j_-d_link").ifPresent(lines -> {
            all.add(Output.of(choices.of("ip -j -d link", "ip -d -j link show"), lines, "links", also));
            all.add(Output.of("ip -j -d link | jq .", Derived.pretty(lines), "links", also));
        });
        capture.lines(folder + "/ip_-j_addr")
                .ifPresent(lines -> all.add(Output.of("ip -j addr", lines, "links", "addresses", also)));
        List<Output> chosen = new ArrayList<>(List.of(choices.of(all)));
        if (choices.chance(25)) {
            chosen.add(choices.of(all));
        }
        return chosen;
    }

    private List<Output> ports(String folder) {
        List<Output> all = new ArrayList<>();
        capture.lines(folder + "/bridge_link")
                .ifPresent(lines -> all.add(Output.of(choices.of("bridge link", "bridge link show"), lines, "ports")));
        capture.lines(folder + "/bridge_-j_link")
                .ifPresent(lines -> all.add(Output.of("bridge -j link", lines, "ports")));
        capture.lines(folder + "/ip_link")
                .ifPresent(lines ->
                        all.add(Output.of("brctl show", Derived.brctl(lines, Derived.bridges(lines)), "ports")));
        return all.isEmpty() ? List.of() : List.of(choices.of(all));
    }

    private Stream<Output> file(String folder, String name, String command, String... shows) {
        return capture.lines(folder + "/" + name).map(lines -> Output.of(command, lines, shows)).stream();
    }

    List<Output> ofNode(String node) {
        String folder = "nodes/" + node;
        List<Output> out = new ArrayList<>();
        boolean greps = choices.chance(35);
        if (greps) {
            List<String> addr = capture.lines(folder + "/ip_addr").orElse(List.of());
            List<String> link = capture.lines(folder + "/ip_link").orElse(addr);
            boolean byMaster = choices.chance(25);
            for (String bridge : choices.shuffled(Derived.bridges(addr))) {
                if (choices.chance(80)) {
                    out.add(
                            byMaster
                                    ? Output.of(
                                            "ip link show master " + bridge,
                                            Derived.ofMaster(link, bridge),
                                            "grep " + bridge)
                                    : Output.of(
                                            choices.of(
                                                            "ip a | grep ",
                                                            "ip a|grep ",
                                                            "ip addr | grep ",
                                                            "ip a | grep -F ")
                                                    + bridge,
                                            Derived.grep(addr, bridge),
                                            "grep " + bridge));
                }
            }
        } else {
            out.addAll(links(folder, ""));
        }
        if (choices.chance(35)) {
            out.addAll(ports(folder));
        }
        if (choices.chance(20)) {
            file(folder, "ip_netns_list-id", "ip netns list-id").forEach(out::add);
        }
        if (choices.chance(30)) {
            file(folder, "ip_route", choices.of("ip route", "ip r"), "routes").forEach(out::add);
        }
        if (choices.chance(15)) {
            file(folder, "ip_link_show_type_bridge", "ip link show type bridge").forEach(out::add);
        }
        if (choices.chance(10)) {
            file(folder, "bridge_-j_fdb", "bridge -j fdb").forEach(out::add);
        }
        return some(out);
    }

    List<Output> ofPod(Truth.Vm vm) {
        String folder = "pods/openstack/" + vm.pod();
        List<Output> out = new ArrayList<>();
        if (choices.chance(70)) {
            file(folder, "virsh_list", "virsh list", "name").forEach(out::add);
        }
        String domain = choices.chance(60) ? "1" : "openstack_" + vm.name();
        String named = domain.equals("1") ? "" : "name";
        List<Output> domains = Stream.of(
                        file(folder, "virsh_domiflist_1", "virsh domiflist " + domain, "domain", named),
                        file(folder, "virsh_domiflist_1", "virsh domiflist " + domain, "domain", named),
                        file(folder, "virsh_dumpxml_1", "virsh dumpxml " + domain, "domain", "name"))
                .flatMap(one -> one)
                .toList();
        if (!domains.isEmpty()) {
            out.add(choices.of(domains));
        }
        if (choices.chance(75)) {
            out.addAll(links(folder, ""));
        }
        if (choices.chance(45)) {
            out.addAll(ports(folder));
        }
        if (choices.chance(30)) {
            file(folder, "iptables_-t_nat_-S", "iptables -t nat -S", "nat").forEach(out::add);
        }
        if (choices.chance(30)) {
            file(folder, "ip_link_show_type_bridge", "ip link show type bridge").forEach(out::add);
        }
        return some(out);
    }

    List<Output> ofGuest(Truth.Vm vm) {
        String folder = "guests/openstack/" + vm.name();
        List<Output> out = new ArrayList<>(links(folder, ""));
        if (choices.chance(60)) {
            file(folder, "ovs-vsctl_show", "ovs-vsctl show", "ovs").forEach(out::add);
        }
        if (choices.chance(50)) {
            file(
                            folder,
                            "etc/os-net-config/config.json",
                            choices.of("cat /etc/os-net-config/config.json", "sudo cat /etc/os-net-config/config.json"))
                    .forEach(out::add);
        }
        if (choices.chance(60)) {
            capture.lines(folder + "/os-net-config_-c_.etc.os-net-config.config.json_-v")
                    .ifPresent(lines -> out.add(log(lines)));
        }
        if (choices.chance(20)) {
            file(folder, "ip_route", "ip route").forEach(out::add);
        }
        return some(out);
    }

    private Output log(List<String> lines) {
        String command = "os-net-config -c /etc/os-net-config/config.json " + choices.of("-v", "-vvv", "-v --noop");
        return switch (choices.below(3)) {
            case 0 -> Output.of(command, lines, "aliases");
            case 1 ->
                Output.of(
                        command,
                        lines.stream()
                                .map(line -> "[2023/05/26 01:44:59 AM] " + line)
                                .toList(),
                        "aliases");
            default ->
                Output.of(
                        command,
                        lines.stream()
                                .map(line ->
                                        line.replace("[INFO] ", "2024-02-11 08:15:01.512 INFO os_net_config.map_nics "))
                                .toList());
        };
    }

    /** Each with a high chance, in any order. */
    private List<Output> some(List<Output> outputs) {
        List<Output> kept = outputs.stream().filter(_ -> choices.chance(88)).toList();
        return choices.chance(30) ? choices.shuffled(kept) : kept;
    }

    List<Output> ofCluster() {
        List<Output> out = new ArrayList<>();
        String[] placements = capture.truth().vms().stream().map(Truth.Vm::name).toArray(String[]::new);
        switch (choices.below(6)) {
            case 0 ->
                out.add(Output.of(
                        choices.of("oc get vmi", "oc get vmi -n openstack"),
                        capture.lines("cluster/oc_get_vmi_-n_openstack").orElse(vmis(false, false)),
                        placements));
            case 1 -> out.add(Output.of("oc get vmi -n openstack -o wide", vmis(false, true), placements));
            case 2 ->
                out.add(Output.of(
                        choices.of("oc get vmi -A", "kubectl get vmi --all-namespaces"),
                        vmis(true, false),
                        placements));
            case 3 ->
                out.add(Output.of(
                        "oc get vmi -n openstack -o yaml",
                        list(YAML, "kubevirt.io/virtualmachineinstances"),
                        placements));
            case 4 ->
                out.add(Output.of(
                        "oc get vmi -n openstack -o json",
                        list(
                                JsonMapper.builder()
                                        .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                                        .build(),
                                "kubevirt.io/virtualmachineinstances"),
                        placements));
            default ->
                capture.truth()
                        .vms()
                        .forEach(vm -> out.add(Output.of(
                                "oc get vmi " + vm.name() + " -n openstack -o yaml",
                                YAML.writeValueAsString(capture.objects("kubevirt.io/virtualmachineinstances").stream()
                                                .filter(one -> one.at("/metadata/name")
                                                        .asString("")
                                                        .equals(vm.name()))
                                                .findFirst()
                                                .orElseThrow())
                                        .lines()
                                        .toList(),
                                vm.name())));
        }
        if (choices.chance(35)) {
            out.add(
                    choices.chance(50)
                            ? Output.of("oc get pods -n openstack -o wide", pods(false), "pods")
                            : Output.of(
                                    "oc get pods -A -o wide | grep virt-launcher",
                                    Derived.grep(pods(true), "virt-launcher"),
                                    "pods"));
        }
        if (choices.chance(20)) {
            out.add(Output.of(
                    "oc get pod -n openstack -l kubevirt.io=virt-launcher -o yaml", list(YAML, "core"), "pods"));
        }
        if (choices.chance(40)) {
            out.add(Output.of("oc get net-attach-def -n openstack", Derived.table(definitions())));
        }
        if (choices.chance(20)) {
            out.add(Output.of(
                    "oc get net-attach-def -n openstack -o yaml",
                    list(YAML, "k8s.cni.cncf.io/network-attachment-definitions")));
        }
        return some(out);
    }

    private List<List<String>> definitions() {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("NAME", "AGE")));
        capture.objects("k8s.cni.cncf.io/network-attachment-definitions")
                .forEach(one -> rows.add(List.of(one.at("/metadata/name").asString(""), "61d")));
        return rows;
    }

    private List<String> list(ObjectMapper mapper, String kind) {
        ObjectNode list = mapper.createObjectNode().put("apiVersion", "v1");
        list.putArray("items").addAll(capture.objects(kind));
        list.put("kind", "List");
        list.putObject("metadata").put("resourceVersion", "");
        return mapper.writeValueAsString(list).lines().toList();
    }

    private List<String> vmis(boolean everywhere, boolean wide) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                everywhere,
                "NAMESPACE",
                wide,
                List.of("NAME", "AGE", "PHASE", "IP", "NODENAME", "READY"),
                List.of("LIVE-MIGRATABLE", "PAUSED")));
        for (Truth.Vm vm : capture.truth().vms()) {
            rows.add(row(
                    everywhere,
                    "openstack",
                    wide,
                    List.of(vm.name(), "61d", "Running", "10.131.0." + (40 + rows.size()), vm.node(), "True"),
                    List.of("False", "")));
        }
        return Derived.table(rows);
    }

    private static List<String> row(
            boolean first, String namespace, boolean wide, List<String> middle, List<String> last) {
        List<String> row = new ArrayList<>(first ? List.of(namespace) : List.of());
        row.addAll(middle);
        row.addAll(wide ? last : List.of());
        return row;
    }

    private List<String> pods(boolean everywhere) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                everywhere,
                "NAMESPACE",
                true,
                List.of("NAME", "READY", "STATUS", "RESTARTS", "AGE", "IP", "NODE"),
                List.of("NOMINATED NODE", "READINESS GATES")));
        for (JsonNode pod : capture.objects("core")) {
            rows.add(row(
                    everywhere,
                    "openstack",
                    true,
                    List.of(
                            pod.at("/metadata/name").asString(""),
                            "1/1",
                            "Running",
                            "0",
                            "61d",
                            pod.at("/status/podIP").asString("<none>"),
                            pod.at("/spec/nodeName").asString("")),
                    List.of("<none>", "<none>")));
        }
        return Derived.table(rows);
    }
}
