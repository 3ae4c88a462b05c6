package dev.plumbline.plan.wiring;

import dev.plumbline.facts.Mac;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses that kubemacpool gives to NICs without one: the next free ones, in the order in which VMs are made. */
final class MacPool {

    private final Set<Mac> taken;
    private Optional<Mac> next;

    MacPool(Optional<Mac> first, List<Manifests.Vm> vms) {
        this.taken = new HashSet<>();
        this.next = first;
        vms.stream()
                .flatMap(vm -> Stream.concat(
                        vm.nics().stream().flatMap(nic -> nic.mac().stream()), vm.reported().values().stream()))
                .forEach(taken::add);
    }

    /** Empty where no first address is known, or none is left. */
    Optional<Mac> take() {
        while (next.filter(taken::contains).isPresent()) {
            next = next.flatMap(MacPool::after);
        }
        Optional<Mac> given = next;
        next = next.flatMap(MacPool::after);
        return given;
    }

    private static Optional<Mac> after(Mac mac) {
        String digits = String.format(
                java.util.Locale.ROOT, "%012x", Long.parseLong(mac.text().replace(":", ""), 16) + 1);
        return digits.length() > 12 ? Optional.empty() : Mac.parse(String.join(":", digits.split("(?<=\\G..)")));
    }
}
