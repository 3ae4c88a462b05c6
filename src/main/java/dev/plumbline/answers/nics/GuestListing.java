package dev.plumbline.answers.nics;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.systems.osnetconfig.NetDevice;
import dev.plumbline.systems.osnetconfig.NicListing;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The NICs of a guest as sources of any sort show them.
 *
 * @param guests whose links were seen, sorted
 */
public record GuestListing(Topology topology, List<Fact> facts, List<Scope> guests) {

    public static GuestListing of(Topology topology, List<Fact> facts) {
        List<Scope> places = topology.devices().stream()
                .map(device -> device.id().scope())
                .distinct()
                .sorted()
                .toList();
        List<Scope> guests =
                places.stream().filter(place -> place.is(Scope.Kind.GUEST)).toList();
        // A machine that is nobody's guest may be meant as well, as long as it is the only place.
        return new GuestListing(topology, facts, guests.isEmpty() && places.size() == 1 ? places : guests);
    }

    public NicListing listing(Scope guest) {
        Set<String> nics = topology.machines().stream()
                .filter(machine -> machine.name().equals(guest.name())
                        && machine.namespace().equals(guest.namespace()))
                .flatMap(machine -> machine.nics().stream())
                .map(Nic::name)
                .flatMap(name -> name.stream())
                .collect(Collectors.toSet());
        List<String> premises = new ArrayList<>();
        List<NetDevice> devices = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<String> stateless = new ArrayList<>();
        for (Device device : topology.devices()) {
            if (!device.id().scope().equals(guest)
                    || device.state().isEmpty() && device.mac().isEmpty()) {
                continue;
            }
            String name = device.id().name();
            boolean nic =
                    device.kind() instanceof Kind.Nic || device.kind() instanceof Kind.Link && nics.contains(name);
            if (device.kind() instanceof Kind.Link && !name.equals("lo")) {
                (nic ? taken : unsaid).add(name);
            }
            // busybox's ip prints no operstate; a carrier is the nearest that it shows.
            String state = device.state().orElse(device.flags().contains("LOWER_UP") ? "up" : "");
            if (nic && device.state().isEmpty()) {
                stateless.add(name);
            }
            devices.add(new NetDevice(
                    name,
                    device.mac().map(Object::toString).orElse(""),
                    state.toLowerCase(Locale.ROOT),
                    nic,
                    false,
                    ownMac(guest, device),
                    ""));
        }
        if (!listedInFull(guest)) {
            premises.add("no listing of all its links was seen: one that is missing would shift the numbers");
        }
        if (!stateless.isEmpty()) {
            premises.add("no output shows their operstate, taken as up where they have a carrier: "
                    + String.join(", ", stateless));
        }
        if (!taken.isEmpty()) {
            premises.add("no output shows their hardware, taken for NICs as map has them: " + String.join(", ", taken));
        }
        if (!unsaid.isEmpty()) {
            premises.add("no output shows what they are, taken for no NICs: " + String.join(", ", unsaid));
        }
        return new NicListing(List.copyOf(devices), List.copyOf(premises), List.of(), true);
    }

    /** Of a bond's port, whose address is the bond's. */
    private String ownMac(Scope guest, Device device) {
        return facts.stream()
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .filter(link -> link.name().equals(device.id().name())
                        && device.master().isPresent())
                .filter(link -> link.vantage().scope().name().equals(guest.name()))
                .flatMap(link -> link.permanentMac().stream())
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private boolean listedInFull(Scope guest) {
        Set<Scope> seen = facts.stream()
                .filter(Link.class::isInstance)
                .map(fact -> fact.vantage().scope())
                .filter(scope -> scope.name().equals(guest.name()))
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(Covered.class::isInstance)
                .map(Covered.class::cast)
                .filter(covered -> seen.contains(covered.vantage().scope()))
                .anyMatch(covered -> covered.subject() == Covered.Subject.LINKS
                        && covered.extent() instanceof Covered.Whole
                        && covered.filter().wouldShow(""));
    }
}
