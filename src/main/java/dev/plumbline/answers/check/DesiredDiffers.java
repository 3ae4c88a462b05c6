package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was asked for is not what is there: a network's bridge, an MTU or address in os-net-config's file, the members of a
 * guest's bridge. A wish never contradicts an observation; the difference is this finding.
 */
final class DesiredDiffers implements Check {

    @Override
    public String id() {
        return "desired-differs";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        List<Want> wants = new ArrayList<>();
        int compared = 0;
        for (Scene.Owned owned : scene.vmNics()) {
            bridge(scene, owned).ifPresent(troubles::add);
            Optional<Scope> guest = owned.hops().stream()
                    .map(Hop::scope)
                    .filter(scope -> scope.is(Scope.Kind.GUEST))
                    .findFirst();
            if (guest.isEmpty()
                    || scene.facts(guest.get(), ConfiguredDevice.class).isEmpty()) {
                continue;
            }
            compared++;
            mtu(scene, owned, guest.get()).ifPresent(troubles::add);
            addresses(scene, owned, guest.get(), troubles, wants);
            members(scene, owned, guest.get()).ifPresent(troubles::add);
        }
        if (compared == 0) {
            return Outcome.open(troubles, "no os-net-config file was seen", wantsOfConfig(scene));
        }
        return wants.isEmpty()
                ? Outcome.judged(troubles, compared + " NICs")
                : Outcome.open(
                        troubles,
                        "MTUs agree where seen; guest addresses not seen",
                        wants.stream().distinct().toList());
    }

    private static List<Want> wantsOfConfig(Scene scene) {
        return scene.vmNics().stream()
                .map(owned ->
                        Scope.guest(owned.machine().namespace(), owned.machine().name()))
                .distinct()
                .map(guest -> new Want(guest, "cat /etc/os-net-config/config.json"))
                .toList();
    }

    private static Optional<Trouble> bridge(Scene scene, Scene.Owned owned) {
        Optional<NetworkDefinition> definition =
                Expected.definition(scene, owned).filter(one -> !one.bridge().isEmpty());
        Optional<Hop> found = owned.hops().stream()
                .filter(hop -> hop.scope().is(Scope.Kind.NODE)
                        && (hop.kind() instanceof Kind.Bridge || hop.kind() instanceof Kind.OvsBridge))
                .findFirst();
        if (definition.isEmpty()
                || found.isEmpty()
                || found.get().label().equals(definition.get().bridge())) {
            return Optional.empty();
        }
        String network = owned.nic().network().name().orElse("?");
        List<Origin> evidence = Stream.concat(Stream.of(definition.get().origin()), found.get().evidence().stream())
                .toList();
        return Optional.of(new Trouble(
                Severity.ERROR,
                owned.ref() + " (" + network + ") reaches " + found.get().label() + " instead of "
                        + definition.get().bridge(),
                List.of(Scene.where(found.get())),
                List.of(owned.ref()),
                "its frames go out on another network's wire",
                "follow plumbline trace " + owned.ref()
                        + " to the step that is wrong, and restart the VM so that KubeVirt and the CNI wire it anew",
                evidence));
    }

    /** The configuration's entry for a NIC or for the bridge over it. */
    private static List<ConfiguredDevice> entries(Scene scene, Scene.Owned owned, Scope guest) {
        Set<String> names = Stream.of(
                        owned.nic().alias().map(Nic.Alias::name),
                        owned.nic().name(),
                        owned.hops().getFirst().name())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return scene.facts(guest, ConfiguredDevice.class).stream()
                .filter(entry -> names.contains(entry.name()))
                .toList();
    }

    private static Optional<Trouble> mtu(Scene scene, Scene.Owned owned, Scope guest) {
        Hop first = owned.hops().getFirst();
        for (ConfiguredDevice entry : entries(scene, owned, guest)) {
            boolean bridge = entry.name().equals(first.label());
            OptionalInt seen = bridge
                    ? first.mtu()
                    : owned.hops().stream()
                            .filter(hop -> hop.name().equals(owned.nic().name()))
                            .map(Hop::mtu)
                            .findFirst()
                            .orElse(OptionalInt.empty());
            if (entry.mtu().isPresent()
                    && entry.mtu().getAsInt() > 0
                    && seen.isPresent()
                    && seen.getAsInt() != entry.mtu().getAsInt()) {
                List<Origin> evidence = Stream.concat(
                                Stream.of(entry.origin()),
                                scene.device(first).stream()
                                        .map(Device::evidence)
                                        .flatMap(list -> list.stream().limit(1)))
                        .toList();
                return Optional.of(new Trouble(
                        Severity.WARNING,
                        owned.ref() + " has MTU " + seen.getAsInt() + ", os-net-config asks for "
                                + entry.mtu().getAsInt(),
                        List.of(Scene.where(first)),
                        List.of(owned.ref()),
                        "frames are smaller or larger than its network was planned for",
                        "run os-net-config again, or find what changed it; the VM's tap bounds it from above",
                        evidence));
            }
        }
        return Optional.empty();
    }

    private static void addresses(
            Scene scene, Scene.Owned owned, Scope guest, List<Trouble> troubles, List<Want> wants) {
        boolean all = scene.sawAll(guest, Covered.Subject.ADDRESSES);
        for (Nic.NicAddress address : owned.nic().addresses()) {
            if (!address.basis().equals("configured")) {
                continue;
            }
            if (!all) {
                wants.add(new Want(guest, "ip addr"));
                continue;
            }
            boolean listed = listed(scene, guest, address.device());
            troubles.add(new Trouble(
                    listed ? Severity.ERROR : Severity.WARNING,
                    owned.ref() + " lacks " + address.address() + ", which os-net-config asks for"
                            + (listed ? "" : "; the listing of addresses shows no " + address.device()),
                    List.of(guest.path() + ":" + address.device()),
                    List.of(owned.ref()),
                    listed
                            ? "nothing answers at this address"
                            : "nothing answers at this address, unless the listing lost the device",
                    "run os-net-config again and read its log",
                    address.evidence()));
        }
        if (all) {
            owned.hops().stream()
                    .limit(1)
                    .forEach(_ -> extra(scene, owned, guest).ifPresent(troubles::add));
        }
    }

    /** Whether a listing of addresses shows the device: one that it leaves out may have them all the same. */
    private static boolean listed(Scene scene, Scope guest, String device) {
        Set<Place> listings = scene.facts(guest, Covered.class).stream()
                .filter(covered ->
                        covered.subject() == Covered.Subject.ADDRESSES && covered.extent() instanceof Covered.Whole)
                .map(covered -> Place.of(covered.origin()))
                .collect(Collectors.toSet());
        return scene.facts(guest, Link.class).stream()
                .anyMatch(link -> link.name().equals(device) && listings.contains(Place.of(link.origin())));
    }

    private record Place(String source, String file) {
        static Place of(Origin origin) {
            return new Place(origin.source(), origin.file());
        }
    }

    private static Optional<Trouble> extra(Scene scene, Scene.Owned owned, Scope guest) {
        List<ConfiguredDevice> entries = entries(scene, owned, guest);
        Set<String> asked = scene.facts(guest, Address.class).stream()
                .filter(address -> address.basis() == Address.Basis.CONFIGURED)
                .map(Address::cidr)
                .collect(Collectors.toSet());
        return owned.nic().addresses().stream()
                .filter(address -> !entries.isEmpty()
                        && address.basis().equals("observed")
                        && !asked.contains(address.address())
                        && !isVip(address))
                .findFirst()
                .map(address -> new Trouble(
                        Severity.INFO,
                        owned.ref() + " has " + address.address() + ", which os-net-config did not ask for",
                        List.of(guest.path() + ":" + address.device()),
                        List.of(owned.ref()),
                        "nothing by itself",
                        "know who gave it",
                        address.evidence()));
    }

    /** Pacemaker puts virtual IPs as host addresses on whichever controller is active. */
    private static boolean isVip(Nic.NicAddress address) {
        return address.address().endsWith("/32") || address.address().endsWith("/128");
    }

    /** A bridge whose ports ovsdb lists in full lacks a NIC that the file makes its member. */
    private static Optional<Trouble> members(Scene scene, Scene.Owned owned, Scope guest) {
        if (!scene.sawAll(guest, Covered.Subject.OVS_PORTS)) {
            return Optional.empty();
        }
        Set<String> names = Stream.of(
                        owned.nic().alias().map(Nic.Alias::name), owned.nic().name())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return scene.facts(guest, ConfiguredDevice.class).stream()
                .filter(entry -> entry.type().equals("ovs_bridge")
                        && entry.members().stream().anyMatch(names::contains))
                .filter(entry -> !owned.hops().getFirst().label().equals(entry.name()))
                .findFirst()
                .map(entry -> new Trouble(
                        Severity.ERROR,
                        entry.name() + " of " + owned.machine().name() + " lacks "
                                + owned.nic().name().orElse("?") + " ("
                                + owned.nic().ref() + ")",
                        List.of(guest.path() + ":" + entry.name()),
                        List.of(owned.ref()),
                        "nothing leaves or reaches the addresses on " + entry.name(),
                        "ovs-vsctl add-port " + entry.name() + " "
                                + owned.nic().name().orElse("?") + ", or run os-net-config again",
                        List.of(entry.origin())));
    }
}
