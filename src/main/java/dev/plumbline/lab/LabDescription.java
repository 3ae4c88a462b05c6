package dev.plumbline.lab;

import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabMachine;
import dev.plumbline.lab.draft.LabNic;
import dev.plumbline.lab.draft.StandIn;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a lab was built from and holds, kept beside it.
 *
 * @param resources a hash of what it was built from
 * @param build a hash of what was to be built, which the same resources on the same machine give again
 * @param kubevirt whose plumbing it follows: 0.49
 * @param guests what stands in the guests' places
 * @param wiring who made the pods' interfaces: cni or direct
 * @param places network namespaces by name, with the scope that each stands for: {@code guest/openstack/controller-0};
 *     empty for the fabric
 * @param machines its VMs
 * @param unbuilt VMs of the plan that have no NIC there and were not built: {@code openstack/controller-0}
 * @param pods pods of their own on networks of the plan
 * @param configs os-net-config's file of each guest that has one: its path by place
 * @param hardware devices by place that stand for hardware: guests' NICs, nodes' NICs
 * @param standIns what stands for one attribute of a device, sorted
 * @param instead what was built otherwise than planned, in sentences, sorted
 */
public record LabDescription(
        String resources,
        String build,
        String kubevirt,
        GuestKind guests,
        String wiring,
        Map<String, String> places,
        List<LabMachine> machines,
        List<String> unbuilt,
        List<LabMachine> pods,
        Map<String, String> configs,
        Map<String, List<String>> hardware,
        List<StandIn> standIns,
        List<String> instead) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static final LabDescription NONE = new LabDescription(
            "",
            "",
            "",
            GuestKind.NETNS,
            "",
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of());

    public LabDescription {
        places = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(places));
        machines = List.copyOf(machines);
        unbuilt = List.copyOf(unbuilt);
        pods = List.copyOf(pods);
        configs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(configs));
        hardware = Map.copyOf(hardware);
        standIns = List.copyOf(standIns);
        instead = List.copyOf(instead);
    }

    /** What a place stands for, a pod's name with the random end that it has here; empty for the fabric. */
    public String scope(String place) {
        String scope = places.getOrDefault(place, "");
        return scope.endsWith("*") ? scope.substring(0, scope.lastIndexOf('/') + 1) + new Netns(place).own() : scope;
    }

    public String json() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("apiVersion", "plumbline.dev/v1").put("kind", "Lab");
        root.put("resources", resources).put("build", build);
        root.put("kubevirt", kubevirt).put("guests", guests.word()).put("wiring", wiring);
        ObjectNode where = root.putObject("places");
        places.forEach(where::put);
        ArrayNode vms = root.putArray("machines");
        machines.forEach(machine -> write(machine, vms.addObject()));
        unbuilt.forEach(root.putArray("unbuilt")::add);
        ArrayNode others = root.putArray("pods");
        pods.forEach(pod -> write(pod, others.addObject()));
        ObjectNode files = root.putObject("configs");
        configs.forEach(files::put);
        ObjectNode devices = root.putObject("hardware");
        hardware.forEach((place, names) -> names.forEach(devices.putArray(place)::add));
        ArrayNode values = root.putArray("builtInstead");
        for (StandIn one : standIns) {
            values.addObject()
                    .put("place", scope(one.place().name()))
                    .put("netns", one.place().name())
                    .put("device", one.device())
                    .put("attribute", one.attribute())
                    .put("planned", one.planned())
                    .put("built", one.built())
                    .put("why", one.why());
        }
        instead.forEach(root.putArray("instead")::add);
        return root.toPrettyString() + "\n";
    }

    private static void write(LabMachine machine, ObjectNode vm) {
        vm.put("namespace", machine.namespace()).put("name", machine.name());
        vm.put("guest", machine.guest()).put("pod", machine.pod()).put("node", machine.node());
        ArrayNode nics = vm.putArray("nics");
        for (LabNic nic : machine.nics()) {
            nics.addObject()
                    .put("name", nic.name())
                    .put("network", nic.network())
                    .put("binding", nic.binding())
                    .put("podDevice", nic.podDevice())
                    .put("guestDevice", nic.guestDevice())
                    .put("mac", nic.mac());
        }
        ObjectNode taps = vm.putObject("taps");
        machine.taps().forEach(taps::put);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(line -> line.asString("")).toList();
    }

    /** Empty where the text is none. */
    static Optional<LabDescription> read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!root.isObject()) {
                return Optional.empty();
            }
            List<LabMachine> machines = new ArrayList<>();
            root.path("machines").valueStream().forEach(vm -> machines.add(machine(vm)));
            List<LabMachine> pods = new ArrayList<>();
            root.path("pods").valueStream().forEach(pod -> pods.add(machine(pod)));
            Map<String, List<String>> hardware = new LinkedHashMap<>();
            root.path("hardware")
                    .propertyStream()
                    .forEach(place -> hardware.put(
                            place.getKey(),
                            place.getValue()
                                    .valueStream()
                                    .map(name -> name.asString(""))
                                    .toList()));
            List<StandIn> standIns = new ArrayList<>();
            root.path("builtInstead")
                    .valueStream()
                    .forEach(one -> Netns.parse(one.path("netns").asString(""))
                            .ifPresent(place -> standIns.add(standIn(place, one))));
            return Optional.of(new LabDescription(
                    root.path("resources").asString(""),
                    root.path("build").asString(""),
                    root.path("kubevirt").asString(""),
                    GuestKind.parse(root.path("guests").asString("")).orElse(GuestKind.NETNS),
                    root.path("wiring").asString(""),
                    texts(root.path("places")),
                    machines,
                    strings(root.path("unbuilt")),
                    pods,
                    texts(root.path("configs")),
                    hardware,
                    standIns,
                    strings(root.path("instead"))));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static StandIn standIn(Netns place, JsonNode one) {
        return new StandIn(
                place,
                one.path("device").asString(""),
                one.path("attribute").asString(""),
                one.path("planned").asString(""),
                one.path("built").asString(""),
                one.path("why").asString(""));
    }

    private static LabMachine machine(JsonNode vm) {
        return new LabMachine(
                vm.path("namespace").asString(""),
                vm.path("name").asString(""),
                vm.path("guest").asString(""),
                vm.path("pod").asString(""),
                vm.path("node").asString(""),
                vm.path("nics").valueStream().map(LabDescription::nic).toList(),
                texts(vm.path("taps")));
    }

    private static LabNic nic(JsonNode nic) {
        return new LabNic(
                nic.path("network").asString(""),
                nic.path("binding").asString(""),
                nic.path("podDevice").asString(""),
                nic.path("guestDevice").asString(""),
                nic.path("mac").asString(""),
                nic.path("name").asString(""));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.propertyStream()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString("")));
        return texts;
    }
}
