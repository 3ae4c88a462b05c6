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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
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
        SortedSet<String> groups = new TreeSet<>();
        left.forEach(held -> groups.add(held.group()));
        right.forEach(held -> groups.add(held.group()));
        for (String group : groups) {
            List<One> all = new ArrayList<>(left);
            all.addAll(right);
            String owner = all.stream()
                    .filter(held -> held.group().equals(group))
                    .findFirst()
                    .map(One::object)
                    .orElseThrow();
            if (!ofCluster(owner)) {
                new Sets(ledger, missingA, missingB)
                        .compare(Thing.of(owner, what), real(left, right, group), real(right, left, group));
            }
        }
        asked(what, left, right, placeA, placeB);
    }

    /** The cluster gives a NIC of its own network what it likes; no plan foretells it. */
    private boolean ofCluster(String owner) {
        return (a.side().planned() || b.side().planned()) && names.onClusterNetwork(owner);
    }

    /** What is really there; what is only asked for stands for it where the other side has it. */
    private static SortedMap<String, List<Origin>> real(List<One> mine, List<One> theirs, String group) {
        Set<String> wanted = theirs.stream()
                .filter(held -> held.group().equals(group) && !held.asked())
                .map(One::value)
                .collect(Collectors.toSet());
        return values(mine, held -> held.group().equals(group) && (!held.asked() || wanted.contains(held.value())));
    }

    private static SortedMap<String, List<Origin>> values(List<One> all, Function<One, Boolean> which) {
        SortedMap<String, List<Origin>> values = new TreeMap<>();
        all.stream().filter(which::apply).forEach(held -> values.merge(held.value(), held.evidence(), (x, _) -> x));
        return values;
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
        SortedMap<String, String> groups = new TreeMap<>();
        List.of(left, right)
                .forEach(side -> side.stream()
                        .filter(One::asked)
                        .forEach(held -> groups.putIfAbsent(held.group(), held.object())));
        groups.forEach((group, owner) -> new Sets(ledger, new Said.IsNot(), new Said.IsNot())
                .compare(
                        Thing.of(owner, "configured " + what),
                        values(left, held -> held.asked() && held.group().equals(group)),
                        values(right, held -> held.asked() && held.group().equals(group))));
    }

    private static Said missing(Holdings side, Optional<Scope> place, Subject subject, String command) {
        return Said.absent(
                place.filter(scope -> side.sight().sawAll(scope, subject)).isPresent(),
                "not listed in full",
                "in the guest: " + command);
    }
}
