package dev.plumbline.answers.diff;

import dev.plumbline.answers.diff.Ledger.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the difference that another one merely follows from. */
final class Causes {

    private final TreeMap<String, List<Entry>> byObject = new TreeMap<>();
    private final Map<String, List<Entry>> devices = new HashMap<>();
    private final List<Entry> uplinks = new ArrayList<>();
    private final Map<String, List<Entry>> networks = new HashMap<>();
    private final Map<String, List<Entry>> policies = new HashMap<>();

    Causes(List<Entry> entries) {
        for (Entry entry : entries) {
            String object = entry.thing().object();
            byObject.computeIfAbsent(object, _ -> new ArrayList<>()).add(entry);
            if (entry.thing().what().equals("device")) {
                devices.computeIfAbsent(last(object), _ -> new ArrayList<>()).add(entry);
            }
            if (object.startsWith("node/") && entry.thing().what().equals("bridge")) {
                uplinks.add(entry);
            }
            if (object.startsWith("network/")) {
                networks.computeIfAbsent(entry.thing().network(), _ -> new ArrayList<>())
                        .add(entry);
            }
            if (object.startsWith("policy/")) {
                policies.computeIfAbsent(last(object), _ -> new ArrayList<>()).add(entry);
            }
        }
    }

    Optional<Entry> of(Entry entry) {
        return ofMissingNic(entry)
                .or(() -> ofMissingDevice(entry))
                .or(() -> ofOtherBridge(entry))
                .or(() -> new GuestCauses(byObject).of(entry))
                .or(() -> ofTwin(entry))
                .or(() -> ofNetwork(entry))
                .or(() -> ofPolicy(entry))
                .or(() -> ofAddress(entry));
    }

    /** With a NIC go its addresses, its routes, and its place in the VM's spec. */
    private Optional<Entry> ofMissingNic(Entry entry) {
        String object = entry.thing().object();
        if (entry.thing().what().equals("nic")) {
            return Optional.empty();
        }
        Optional<Entry> own =
                all(object).filter(cause -> cause.thing().what().equals("nic")).findFirst();
        if (own.isPresent() || !object.startsWith("vm/")) {
            return own;
        }
        String machine = object.contains(" ") ? object.substring(0, object.indexOf(' ')) : object;
        return byObject.subMap(machine + " ", machine + "!").values().stream()
                .flatMap(List::stream)
                .filter(cause -> cause.thing().what().equals("nic") && side(cause, entry) && hangsOn(entry, cause))
                .findFirst();
    }

    static boolean side(Entry cause, Entry entry) {
        return cause.a().isEmpty() == entry.a().isEmpty()
                && cause.b().isEmpty() == entry.b().isEmpty();
    }

    private static boolean hangsOn(Entry entry, Entry nic) {
        String network = last(nic.thing().network().replace('/', ' '));
        String value = entry.a() + entry.b();
        return switch (entry.thing().what()) {
            case "interface" -> value.equals(network);
            case "route", "configured route" ->
                value.endsWith(" dev " + last(nic.thing().object()));
            default -> false;
        };
    }

    /** A bridge that is gone leaves its ports and the lines over it without one. */
    private Optional<Entry> ofMissingDevice(Entry entry) {
        String what = entry.thing().what();
        if (what.equals("port") && (entry.a().isEmpty() || entry.b().isEmpty())) {
            String object = entry.thing().object();
            String place = object.substring(0, object.lastIndexOf(' ') + 1);
            return all(place + entry.a() + entry.b())
                    .filter(cause -> cause.thing().what().equals("device"))
                    .findFirst();
        }
        if (what.equals("bridge") && entry.b().isEmpty()) {
            return devices.getOrDefault(entry.a(), List.of()).stream()
                    .filter(cause -> cause.b().isEmpty()
                            && cause.thing().affects().stream()
                                    .anyMatch(nic -> entry.thing().affects().contains(nic)))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** A bridge of another name has the same uplink and the same lines. */
    private Optional<Entry> ofOtherBridge(Entry entry) {
        return entry.thing().what().equals("bridge") && entry.thing().object().startsWith("vm/")
                ? uplinks.stream()
                        .filter(cause -> cause.a().equals(entry.a())
                                && cause.b().equals(entry.b())
                                && cause.thing()
                                        .affects()
                                        .containsAll(entry.thing().affects()))
                        .findFirst()
                : Optional.empty();
    }

    /** Definitions made of one line of a manifest differ alike: one without a name of its own for static addresses. */
    private Optional<Entry> ofTwin(Entry entry) {
        return entry.thing().object().startsWith("network/")
                ? networks.values().stream()
                        .flatMap(List::stream)
                        .filter(cause -> !cause.equals(entry) && same(cause, entry) && twin(cause, entry))
                        .min(Comparator.comparing(cause -> cause.thing().object()))
                        .filter(cause ->
                                cause.thing().object().compareTo(entry.thing().object()) < 0)
                : Optional.empty();
    }

    private static boolean twin(Entry cause, Entry entry) {
        return !cause.evidenceA().isEmpty() && cause.evidenceA().equals(entry.evidenceA())
                || !cause.evidenceB().isEmpty() && cause.evidenceB().equals(entry.evidenceB());
    }

    /** A network asks for a bridge, a VLAN, an MTU; its NICs get them. */
    private Optional<Entry> ofNetwork(Entry entry) {
        return entry.thing().object().startsWith("network/")
                ? Optional.empty()
                : networks.getOrDefault(entry.thing().network(), List.of()).stream()
                        .filter(cause -> same(cause, entry))
                        .findFirst();
    }

    private Optional<Entry> ofPolicy(Entry entry) {
        return entry.thing().object().startsWith("node/")
                ? policies.getOrDefault(last(entry.thing().object()), List.of()).stream()
                        .filter(cause -> same(cause, entry))
                        .findFirst()
                : Optional.empty();
    }

    /** What a file asks for and what came of it. */
    private Optional<Entry> ofAddress(Entry entry) {
        String what = entry.thing().what();
        return what.startsWith("configured ")
                ? all(entry.thing().object())
                        .filter(cause -> cause.thing().what().equals(what.substring("configured ".length()))
                                && cause.a().equals(entry.a())
                                && cause.b().equals(entry.b()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean same(Entry cause, Entry entry) {
        return cause.thing().what().equals(entry.thing().what())
                && cause.a().equals(entry.a())
                && cause.b().equals(entry.b());
    }

    private Stream<Entry> all(String object) {
        return byObject.getOrDefault(object, List.of()).stream();
    }

    static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }
}
