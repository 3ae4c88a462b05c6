package dev.plumbline.lab.faults;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All faults. A new one is an entry in the list of its kind. */
public final class Catalogue {

    private static final List<Fault> ALL = Stream.of(
                    LinkFaults.all(),
                    BridgeFaults.all(),
                    PortFaults.all(),
                    SwitchFaults.all(),
                    GuestFaults.all(),
                    AddressFaults.all(),
                    RuleFaults.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    public static List<Fault> all() {
        return ALL;
    }

    public static Optional<Fault> named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
