package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Settings.HeldAddress;
import dev.plumbline.topology.Settings.HeldRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares a machine's addresses and routes. */
record Held(String object, NicNames names, Machine one, Machine other, Holdings a, Holdings b, Ledger ledger) {

    private static final String CONFIGURED = "configured";

    void compare() {
        Optional<Scope> left = a.guest(one);
        Optional<Scope> right = b.guest(other);
        if (left.isEmpty() && right.isEmpty()) {
            return;
        }
        compare(
                "address",
                Subject.ADDRESSES,
                "ip addr",
                left.map(place -> addresses(a, place)).orElse(List.of()),
                right.map(place -> addresses(b, place)).orElse(List.of()),
                left,
                right);
        if (one.kind().equals("vm")) {
            compare(
                    "route",
                    Subject.ROUTES,
                    "ip route",
                    left.map(place -> routes(a, place)).orElse(List.of()),
                    right.map(place -> routes(b, place)).orElse(List.of()),
                    left,
                    right);
        }
    }

    /** @param group whose others it may have taken the place of */
    private record One(String group, String object, String value, boolean asked, List<Origin> evidence) {}

    private List<One> addresses(Holdings side, Scope place) {
        List<One> all = new ArrayList<>();
        for (HeldAddress held : side.addresses(place)) {
            if (isOwn(held.address())) {
                String device = names.device(held.device().name());
                String family = held.address().contains(":") ? " inet6" : "";
                all.add(new One(
                        device + family,
                        object + " " + device,
                        held.address(),
                        held.basis().equals(CONFIGURED),
                        held.evidence()));
            }
        }
        return all;
    }

    /** Link-local addresses follow from MACs, and Pacemaker moves its virtual addresses, of a whole prefix, as it likes. */
    private static boolean isOwn(String address) {
        return !address.startsWith("fe80:")
                && !address.startsWith("127.")
                && !address.endsWith("/32")
                && !address.endsWith("/128");
    }

    /** Routes on the link follow from addresses. */
    private List<One> routes(Holdings side, Scope place) {
        List<One> all = new ArrayList<>();
        for (HeldRoute held : side.routes(place)) {
            held.via().ifPresent(via -> {
                String device = held.device()
                        .map(names::device)
                        .map(name -> " dev " + name)
                        .orElse("");
                all.add(new One(
                        held.destination(),
                        object + " " + held.destination(),
                        "via " + via + device,
                        held.basis().equals(CONFIGURED),
                        held.evidence()));
            });
        }
        return all;
    }

    private void compare(
            String what,
            Subject subject,
            String command,
            List<One> left,
            List<One> right,
            Optional<Scope> placeA,
            Optional<Scope> placeB) {
        Said missingA = missing(a, placeA, subject, command);
        Said missingB = missing(b, placeB, subject, command);
        List<One> before = real(left, right, missingA);
        List<One> after = real(right, left, missingB);
        SortedMap<String, String> groups = new TreeMap<>();
        before.forEach(held -> groups.putIfAbsent(held.group(), held.object()));
        after.forEach(held -> groups.putIfAbsent(held.group(), held.object()));
        if (what.equals("address")) {
            moved("device", before, after);
        }
        groups.forEach((group, owner) -> {
            if (!ofCluster(owner)) {
                new Sets(ledger, missingA, missingB)
                        .compare(Thing.of(owner, what), values(before, group), values(after, group));
            }
        });
        asked(what, left, right, placeA, placeB);
    }

    /** What is really there. Where that was not seen in full, what is asked for stands for what the other side has. */
    private static List<One> real(List<One> mine, List<One> theirs, Said missing) {
        Set<String> wanted = theirs.stream()
                .filter(held -> !held.asked())
                .map(held -> held.group() + " " + held.value())
                .collect(Collectors.toSet());
        boolean open = missing instanceof Said.NotShown;
        return mine.stream()
                .filter(held -> !held.asked() || open && wanted.contains(held.group() + " " + held.value()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** An address that another device bears now has not left and come. */
    private void moved(String what, List<One> before, List<One> after) {
        for (One held : List.copyOf(before)) {
            List<One> here = before.stream()
                    .filter(one -> one.value().equals(held.value()))
                    .toList();
            List<One> there = after.stream()
                    .filter(one -> one.value().equals(held.value()))
                    .toList();
            if (here.size() == 1
                    && there.size() == 1
                    && !here.getFirst().group().equals(there.getFirst().group())) {
                ledger.compare(
                        Thing.of(object + " " + held.value(), what), device(here.getFirst()), device(there.getFirst()));
                before.removeAll(here);
                after.removeAll(there);
            }
        }
    }

    private static Said device(One held) {
        return new Said.Is(held.object().substring(held.object().lastIndexOf(' ') + 1), held.evidence());
    }

    private static SortedMap<String, List<Origin>> values(List<One> all, String group) {
        SortedMap<String, List<Origin>> values = new TreeMap<>();
        all.stream()
                .filter(held -> held.group().equals(group))
                .forEach(held -> values.putIfAbsent(held.value(), held.evidence()));
        return values;
    }

    /** The cluster gives a NIC of its own network what it likes; no plan foretells it. */
    private boolean ofCluster(String owner) {
        return (a.side().planned() || b.side().planned()) && names.onClusterNetwork(owner);
    }

    /** Configurations against each other. */
    private void asked(String what, List<One> left, List<One> right, Optional<Scope> placeA, Optional<Scope> placeB) {
        boolean both = placeA.filter(place -> a.sight().sawAll(place, Subject.CONFIGURATION))
                        .isPresent()
                && placeB.filter(place -> b.sight().sawAll(place, Subject.CONFIGURATION))
                        .isPresent();
        if (!both) {
            return;
        }
        List<One> before = new ArrayList<>(asked(a, left));
        List<One> after = new ArrayList<>(asked(b, right));
        SortedMap<String, String> groups = new TreeMap<>();
        before.forEach(held -> groups.putIfAbsent(held.group(), held.object()));
        after.forEach(held -> groups.putIfAbsent(held.group(), held.object()));
        if (what.equals("address")) {
            moved("configured device", before, after);
        }
        groups.forEach((group, owner) -> {
            if (!ofCluster(owner)) {
                new Sets(ledger, new Said.IsNot(), new Said.IsNot())
                        .compare(Thing.of(owner, "configured " + what), values(before, group), values(after, group));
            }
        });
    }

    /** All that a plan gives to a guest its file asks for. */
    private static List<One> asked(Holdings side, List<One> all) {
        return side.side().planned() ? all : all.stream().filter(One::asked).toList();
    }

    private static Said missing(Holdings side, Optional<Scope> place, Subject subject, String command) {
        return Said.absent(
                place.filter(scope -> side.sight().sawAll(scope, subject)).isPresent(),
                "not listed in full",
                "in the guest: " + command);
    }
}
