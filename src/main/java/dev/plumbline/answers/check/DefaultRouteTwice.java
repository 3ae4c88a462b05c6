package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A guest has default routes by two devices: which is taken hangs on metrics and on the order they came in. */
final class DefaultRouteTwice implements Check {

    @Override
    public String id() {
        return "default-route-twice";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        int guests = 0;
        boolean all = true;
        for (Scope guest : scene.scopes()) {
            if (!guest.is(Scope.Kind.GUEST)) {
                continue;
            }
            guests++;
            all &= scene.sawAll(guest, Covered.Subject.ROUTES);
            List<Route> defaults = scene.facts(guest, Route.class).stream()
                    .filter(route -> route.destination().equals("default")
                            && route.basis() == Address.Basis.OBSERVED
                            && !route.gateway().contains(":")
                            && !route.gateway().isEmpty()
                            && !route.device().isEmpty())
                    .sorted(Comparator.comparing(Route::device))
                    .toList();
            TreeSet<String> devices =
                    defaults.stream().map(Route::device).collect(Collectors.toCollection(TreeSet::new));
            if (devices.size() > 1) {
                troubles.add(trouble(guest, defaults, devices));
            }
        }
        return guests > 0 && all
                ? Outcome.judged(troubles, guests + " guests")
                : Outcome.open(troubles, "not every guest's routes were seen", List.of());
    }

    private static Trouble trouble(Scope guest, List<Route> defaults, TreeSet<String> devices) {
        return new Trouble(
                Severity.WARNING,
                guest.name() + " has default routes by " + String.join(" and ", devices),
                devices.stream().map(device -> guest.path() + ":" + device).toList(),
                List.of(),
                "what leaves for other networks goes by the one of the lower metric, else by the one that came last; "
                        + "answers may come back elsewhere",
                "leave defroute: true to one device in the nic template, or give the others use_dhcp: false",
                defaults.stream().map(Route::origin).distinct().toList());
    }
}
