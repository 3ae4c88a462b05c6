package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.DesiredLink.NextHop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Configured routes of a desired state, which stand apart from the interfaces that they leave by.
 *
 * @param byDevice in file order
 */
record DesiredRoutes(Map<String, List<NextHop>> byDevice) {

    static final DesiredRoutes NONE = new DesiredRoutes(Map.of());

    static DesiredRoutes of(Tree state) {
        Map<String, List<NextHop>> routes = new LinkedHashMap<>();
        for (Tree route : state.at("routes", "config").items()) {
            String device = route.at("next-hop-interface").text();
            Tree destination = route.at("destination");
            if (!device.isEmpty()
                    && !destination.text().isEmpty()
                    && !route.at("state").text().equals("absent")) {
                routes.computeIfAbsent(device, _ -> new ArrayList<>())
                        .add(new NextHop(
                                destination.spot().origin(),
                                destination.text(),
                                route.at("next-hop-address").text()));
            }
        }
        return new DesiredRoutes(routes);
    }

    List<NextHop> by(String device) {
        return List.copyOf(byDevice.getOrDefault(device, List.of()));
    }
}
