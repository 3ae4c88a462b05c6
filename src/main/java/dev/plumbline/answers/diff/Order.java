package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The order of a machine's NICs: os-net-config's numbers, the guest's names, libvirt's taps. One NIC more or less, or two
 * that changed places, move many names; that is one difference.
 */
final class Order {

    private final String object;
    private final NicNames names;
    private final List<Pairing.Pair<Line>> pairs;
    private final Ledger ledger;
    private boolean guestMoved;
    private boolean tapsMoved;

    Order(String object, NicNames names, List<Pairing.Pair<Line>> pairs, Ledger ledger) {
        this.object = object;
        this.names = names;
        this.pairs = pairs;
        this.ledger = ledger;
    }

    /** Whether guest names only tell of another order. */
    boolean guestMoved() {
        return guestMoved;
    }

    /** Whether taps and what KubeVirt names after them only tell of another order. */
    boolean tapsMoved() {
        return tapsMoved;
    }

    void compare() {
        List<Pairing.Pair<Line>> aliases = moved(Line::alias);
        List<Pairing.Pair<Line>> guests = moved(Line::guestName);
        List<Pairing.Pair<Line>> taps = moved(Line::tap);
        guestMoved = exchanged(guests, Line::guestName) || !guests.isEmpty() && guests.equals(aliases);
        tapsMoved = exchanged(taps, Line::tap);
        if (!aliases.isEmpty()) {
            line(
                    aliases,
                    Line::alias,
                    line -> line.nic().alias().map(Nic.Alias::evidence).orElse(List.of()));
        } else if (guestMoved) {
            line(guests, Line::guestName, line -> line.own().map(Hop::evidence).orElse(List.of()));
        } else if (tapsMoved) {
            line(taps, Line::tap, line -> line.pod().getFirst().evidence());
        } else {
            pairs.forEach(pair -> ledger.compare(names.thing(pair.a(), "alias"), said(pair.a()), said(pair.b())));
        }
    }

    private static Said said(Line line) {
        return Said.of(
                line.alias(),
                line.nic().alias().map(Nic.Alias::evidence).orElse(List.of()),
                new Said.NotShown(
                        "os-net-config's names are not shown",
                        "sudo os-net-config -c /etc/os-net-config/config.json --noop -v"));
    }

    private List<Pairing.Pair<Line>> moved(Function<Line, Optional<String>> name) {
        return pairs.stream()
                .filter(pair -> Pairing.conflict(name.apply(pair.a()), name.apply(pair.b())))
                .toList();
    }

    /** Whether some name was another NIC's before. */
    private boolean exchanged(List<Pairing.Pair<Line>> moved, Function<Line, Optional<String>> name) {
        Set<Optional<String>> before =
                pairs.stream().map(pair -> name.apply(pair.a())).collect(Collectors.toSet());
        return moved.stream().anyMatch(pair -> before.contains(name.apply(pair.b())));
    }

    private void line(
            List<Pairing.Pair<Line>> moved,
            Function<Line, Optional<String>> name,
            Function<Line, List<Origin>> evidence) {
        List<Origin> left = new ArrayList<>();
        List<Origin> right = new ArrayList<>();
        moved.forEach(pair -> left.addAll(evidence.apply(pair.a())));
        moved.forEach(pair -> right.addAll(evidence.apply(pair.b())));
        ledger.compare(
                Thing.of(object, "nic order")
                        .affecting(moved.stream()
                                .map(pair -> names.ref(pair.a()))
                                .sorted()
                                .toList()),
                new Said.Is(order(moved, pair -> name.apply(pair.a())), left),
                new Said.Is(order(moved, pair -> name.apply(pair.b())), right));
    }

    private String order(List<Pairing.Pair<Line>> moved, Function<Pairing.Pair<Line>, Optional<String>> name) {
        return moved.stream()
                .map(pair -> called(pair) + "=" + name.apply(pair).orElse("?"))
                .collect(Collectors.joining(" "));
    }

    private String called(Pairing.Pair<Line> pair) {
        return pair.a()
                .network()
                .or(() -> pair.b().network())
                .or(() -> pair.a().mac().map(Object::toString))
                .orElseGet(() -> names.label(pair.a()));
    }
}
