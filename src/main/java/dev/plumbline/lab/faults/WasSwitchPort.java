package dev.plumbline.lab.faults;

import dev.plumbline.lab.build.Switches;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A port of an Open vSwitch bridge as it was.
 *
 * @param bridge empty for none
 * @param tag its VLAN; empty for none
 * @param mtu what it asks for; empty for nothing
 */
record WasSwitchPort(Netns place, String port, String bridge, String tag, String mtu) implements Was {

    static final String KIND = "switch-port";

    static WasSwitchPort of(Sight sight, Spot spot) throws LabException {
        Netns place = spot.place();
        Output bridge = vsctl(sight, place, List.of("port-to-br", spot.device()));
        if (!bridge.fine()) {
            return new WasSwitchPort(place, spot.device(), "", "", "");
        }
        return new WasSwitchPort(
                place,
                spot.device(),
                bridge.out().strip(),
                number(sight, place, List.of("get", "Port", spot.device(), "tag")),
                number(sight, place, List.of("get", "Interface", spot.device(), "mtu_request")));
    }

    private static String number(Sight sight, Netns place, List<String> words) throws LabException {
        String value = vsctl(sight, place, words).out().strip();
        return value.matches("\\d{1,5}") ? value : "";
    }

    static Output vsctl(Sight sight, Netns place, List<String> words) throws LabException {
        List<String> whole = new ArrayList<>(List.of("ovs-vsctl", "--timeout=10"));
        whole.addAll(words);
        return sight.anchor().run(place, whole, Map.of("OVS_RUNDIR", Switches.folder(place)), "");
    }

    static Act act(Netns place, String... words) {
        List<String> whole = new ArrayList<>(List.of("ovs-vsctl", "--timeout=10"));
        whole.addAll(List.of(words));
        return new Act.Program(place, whole);
    }

    @Override
    public List<Act> mend(Sight sight, Stage stage) throws LabException {
        if (stage != Stage.FASTEN) {
            return List.of();
        }
        WasSwitchPort now = of(sight, new Spot(place, port));
        List<Act> acts = new ArrayList<>();
        if (!now.bridge().isEmpty() && !now.bridge().equals(bridge)) {
            acts.add(act(place, "del-port", now.bridge(), port));
        }
        if (bridge.isEmpty()) {
            return acts;
        }
        boolean same = now.bridge().equals(bridge);
        if (!same) {
            acts.add(act(place, "add-port", bridge, port));
        }
        if (!(same ? now.tag() : "").equals(tag)) {
            acts.add(
                    tag.isEmpty()
                            ? act(place, "clear", "Port", port, "tag")
                            : act(place, "set", "Port", port, "tag=" + tag));
        }
        if (!same && !mtu.isEmpty()) {
            acts.add(act(place, "set", "Interface", port, "mtu_request=" + mtu));
        }
        return acts;
    }

    @Override
    public ObjectNode json() {
        return Was.object(KIND, place)
                .put("port", port)
                .put("bridge", bridge)
                .put("tag", tag)
                .put("mtu", mtu);
    }

    static WasSwitchPort read(Netns place, JsonNode json) {
        return new WasSwitchPort(
                place,
                json.path("port").asString(""),
                json.path("bridge").asString(""),
                json.path("tag").asString(""),
                json.path("mtu").asString(""));
    }
}
