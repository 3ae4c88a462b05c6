package dev.plumbline.lab.cni;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the plugin route-override does in a pod (OpenShift's; Debian has none): removes and adds routes on the interface
 * that the plugins before it have made.
 */
final class RouteOverride {

    private static final Pattern NET = Pattern.compile("[0-9a-fA-F.:]{2,45}/\\d{1,3}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");
    private static final int MOST = 256;

    private final Host host;
    private final Pod pod;
    private final Selection selection;
    private final Tree tree;

    RouteOverride(Host host, Pod pod, Selection selection, Tree tree) {
        this.host = host;
        this.pod = pod;
        this.selection = selection;
        this.tree = tree;
    }

    Optional<ObjectNode> add(Optional<ObjectNode> previous) throws CniException {
        List<List<String>> operations = new ArrayList<>();
        String device = selection.device();
        if (tree.at("flushroutes").isTrue()) {
            operations.add(List.of("route", "flush", "dev", device));
        }
        if (tree.at("flushgateway").isTrue()) {
            operations.add(List.of("route", "flush", "default", "dev", device));
        }
        for (Route route : routes(tree.at("delroutes"))) {
            operations.add(route.words("flush", device));
        }
        List<Route> added = routes(tree.at("addroutes"));
        for (Route route : added) {
            operations.add(route.words("replace", device));
        }
        host.ip(pod.netns(), operations);
        return previous.map(result -> with(result, added));
    }

    private record Route(String destination, String gateway) {
        List<String> words(String verb, String device) {
            List<String> words = new ArrayList<>(List.of("route", verb, destination));
            if (!gateway.isEmpty()) {
                words.addAll(List.of("via", gateway));
            }
            words.addAll(List.of("dev", device));
            return words;
        }
    }

    private List<Route> routes(Tree list) throws CniException {
        if (list.items().size() > MOST) {
            throw CniException.at(list, list.items().size() + " routes", MOST + " at most");
        }
        List<Route> routes = new ArrayList<>();
        for (Tree item : list.items()) {
            String destination = item.at("dst").text();
            String gateway = item.at("gw").text();
            boolean sound = NET.matcher(destination).matches()
                    && (gateway.isEmpty() || ADDRESS.matcher(gateway).matches());
            if (!sound) {
                throw CniException.of("network " + selection.network() + ": route-override has a route to \""
                        + destination + "\" by \"" + gateway + "\", which is none");
            }
            routes.add(new Route(destination, gateway));
        }
        return routes;
    }

    private static ObjectNode with(ObjectNode previous, List<Route> added) {
        ObjectNode result = previous.deepCopy();
        ArrayNode routes = result.get("routes") instanceof ArrayNode known ? known : result.putArray("routes");
        for (Route route : added) {
            ObjectNode entry = routes.addObject().put("dst", route.destination());
            if (!route.gateway().isEmpty()) {
                entry.put("gw", route.gateway());
            }
        }
        return result;
    }
}
