package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of a place as they were, in the kernel's order: of two to one destination the first is taken. */
record WasRoutes(Netns place, List<JsonNode> routes) implements Was {

    static final String KIND = "routes";

    static WasRoutes of(Sight sight, Netns place) throws LabException {
        return new WasRoutes(place, sight.view(place).routes());
    }

    @Override
    public int rank() {
        return Integer.MAX_VALUE;
    }

    /** The kernel makes and removes those of addresses itself. */
    @Override
    public List<Act> mend(Sight now, Stage stage) throws LabException {
        if (stage != Stage.ROUTES) {
            return List.of();
        }
        Map<String, List<String>> was = byDestination(routes);
        Map<String, List<String>> is = byDestination(now.view(place).routes());
        TreeSet<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<Act> remove = new ArrayList<>();
        List<Act> add = new ArrayList<>();
        List<Act> beyond = new ArrayList<>();
        for (String key : all) {
            List<String> wanted = was.getOrDefault(key, List.of());
            List<String> found = is.getOrDefault(key, List.of());
            if (!wanted.equals(found)) {
                found.forEach(route -> remove.add(new Act.Line(place, "ip", "route del " + route)));
                // A gateway has to be in reach before a route goes by it.
                wanted.forEach(route -> (route.contains(" via ") ? beyond : add)
                        .add(new Act.Line(place, "ip", "route append " + route)));
            }
        }
        remove.addAll(add);
        remove.addAll(beyond);
        return remove;
    }

    private static Map<String, List<String>> byDestination(List<JsonNode> routes) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (JsonNode route : routes) {
            if (!route.path("protocol").asString("").equals("kernel")
                    && route.path("nexthops").isMissingNode()) {
                String key = (isSix(route) ? "6 " : "4 ") + route.path("dst").asString("") + " "
                        + route.path("metric").asInt(0);
                all.computeIfAbsent(key, _ -> new ArrayList<>()).add(words(route));
            }
        }
        return all;
    }

    private static boolean isSix(JsonNode route) {
        return (route.path("dst").asString("") + route.path("gateway").asString("")).contains(":") || route.has("pref");
    }

    /** As iproute2 takes it. */
    static String words(JsonNode route) {
        StringBuilder words = new StringBuilder();
        String type = route.path("type").asString("unicast");
        words.append(type).append(' ').append(route.path("dst").asString(""));
        field(words, "via", route.path("gateway"));
        field(words, "dev", route.path("dev"));
        field(words, "src", route.path("prefsrc"));
        field(words, "metric", route.path("metric"));
        field(words, "proto", route.path("protocol"));
        if (!isSix(route)) {
            field(words, "scope", route.path("scope"));
        }
        if (route.path("flags").valueStream().anyMatch(flag -> flag.asString("").equals("onlink"))) {
            words.append(" onlink");
        }
        return words.toString();
    }

    private static void field(StringBuilder words, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.asString("").isEmpty()) {
            words.append(' ').append(name).append(' ').append(value.asString(""));
        }
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Was.object(KIND, place);
        routes.forEach(json.putArray("routes")::add);
        return json;
    }

    static WasRoutes read(Netns place, JsonNode json) {
        return new WasRoutes(place, json.path("routes").valueStream().toList());
    }
}
