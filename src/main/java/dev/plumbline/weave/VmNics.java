package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.NicAlias;
import dev.plumbline.facts.VmNic;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The NICs of one VM, from whichever sides they were seen, each with its path. */
final class VmNics {

    private final Places places;
    private final Judgement judgement;
    private final Walk walk;
    private final Networks networks;

    VmNics(Places places, Judgement judgement, FactSet facts) {
        this.places = places;
        this.judgement = judgement;
        this.walk = new Walk(places, judgement);
        this.networks = new Networks(places, facts);
    }

    /** One NIC as its sides show it; at least one side is there. */
    private record Sides(
            Optional<Launcher> launcher,
            Optional<DomainNic> below,
            Optional<Sighting> above,
            Optional<VmNic> declared,
            Optional<DeviceId> tap) {

        Optional<Mac> mac() {
            return below.flatMap(DomainNic::mac)
                    .or(() -> above.flatMap(Sighting::mac))
                    .or(() -> declared.flatMap(VmNic::mac));
        }
    }

    /** A machine of its own name with os-net-config at work is a guest, whosever domain it is. */
    static boolean looksLikeGuest(Site host) {
        return !host.all(NicAlias.class).isEmpty()
                || !host.all(ConfiguredDevice.class).isEmpty();
    }

    /** @param launchers active first @param roles theirs, in the same order */
    List<Nic> of(VmKey vm, List<Launcher> launchers, List<String> roles) {
        Optional<Site> guest = guest(vm, launchers);
        List<Sides> sides = sides(launchers, guest);
        Optional<Aliases> aliases = guest.map(Aliases::new);
        List<NicPath> paths = sides.stream()
                .map(one -> path(one, guest, aliases, roles.isEmpty() ? "active" : roles.getFirst()))
                .toList();
        List<Nic> nics = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            nics.add(nic(vm, sides.get(i), paths.get(i), paths, guest, aliases, launchers, roles));
        }
        nics.removeAll(told(sides, nics));
        nics.sort(Comparator.comparingInt(VmNics::number).thenComparing(nic -> nics.indexOf(nic)));
        return nics;
    }

    /** Declared NICs whose line is there already: it begins at a tap, and its network tells whose it is. */
    private static List<Nic> told(List<Sides> sides, List<Nic> nics) {
        Set<String> networks = new LinkedHashSet<>();
        for (int i = 0; i < nics.size(); i++) {
            if (sides.get(i).tap().isPresent() && sides.get(i).mac().isEmpty()) {
                nics.get(i).network().name().ifPresent(networks::add);
            }
        }
        List<Nic> told = new ArrayList<>();
        for (int i = 0; i < nics.size(); i++) {
            if (sides.get(i).declared().isPresent()
                    && nics.get(i).network().name().filter(networks::contains).isPresent()) {
                told.add(nics.get(i));
            }
        }
        return told;
    }

    private Optional<Site> guest(VmKey vm, List<Launcher> launchers) {
        return places.site(vm.guest())
                .or(() -> launchers.stream()
                        .flatMap(launcher -> places.above(Tie.Sort.GUEST_ON_LAUNCHER, launcher.scope()).stream())
                        .flatMap(tie -> places.site(tie.upper()).stream())
                        .findFirst())
                .or(() -> places.site(Scope.host(vm.name()).inCluster(vm.cluster()))
                        // A launcher bears its VM's name as hostname.
                        .filter(host -> host.plumbing().isEmpty()));
    }

    private List<Sides> sides(List<Launcher> launchers, Optional<Site> guest) {
        List<Sides> sides = new ArrayList<>();
        Set<DeviceId> taken = new LinkedHashSet<>();
        Optional<Launcher> active = launchers.stream().findFirst();
        for (DomainNic nic :
                active.map(launcher -> Machines.distinct(launcher.nics())).orElse(List.of())) {
            DeviceId tap = new DeviceId(active.orElseThrow().scope(), nic.target());
            Optional<Sighting> above = nic.target().isEmpty()
                    ? sameMac(nic, guest)
                    : judgement.into(tap).stream()
                            .filter(step -> step.step() == Step.VIRTIO)
                            .min(Comparator.comparing(Judged::verdict)
                                    .thenComparing(step -> !isNic(guest, step.from()))
                                    .thenComparing(Judged::from))
                            .flatMap(step -> places.site(step.from().scope())
                                    .flatMap(site -> site.device(step.from().name())));
            above.ifPresent(device -> taken.add(device.id()));
            sides.add(new Sides(
                    active,
                    Optional.of(nic),
                    above,
                    Optional.empty(),
                    Optional.of(tap).filter(_ -> !nic.target().isEmpty())));
        }
        guest.stream()
                .flatMap(site -> Stream.concat(GuestNics.of(site).stream(), GuestNics.named(site).stream()))
                .filter(device -> taken.add(device.id()))
                .forEach(device -> sides.add(
                        new Sides(active, Optional.empty(), Optional.of(device), Optional.empty(), Optional.empty())));
        active.map(launcher -> loneTaps(launcher.scope(), sides))
                .orElse(List.of())
                .forEach(tap -> sides.add(
                        new Sides(active, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(tap))));
        guest.stream()
                .flatMap(site -> site.all(VmNic.class).stream())
                .filter(nic -> nic.order() >= 0 && sides.stream().noneMatch(side -> isSame(side, nic, guest)))
                .forEach(nic -> sides.add(new Sides(
                        active,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(withMac(nic, guest)),
                        Optional.empty())));
        return sides;
    }

    /** Whether it is a NIC rather than a bridge or bond that bears a NIC's MAC. */
    private static boolean isNic(Optional<Site> guest, DeviceId device) {
        return guest.filter(site -> site.device(device.name())
                        .filter(seen -> GuestNics.sure(site, seen))
                        .isPresent())
                .isPresent();
    }

    /** Taps of the launcher that neither libvirt's listing nor a NIC of the guest was seen to use: their lines are known from there on. */
    private List<DeviceId> loneTaps(Scope launcher, List<Sides> sides) {
        return places.site(launcher).stream()
                .flatMap(pod -> Ports.of(pod).stream()
                        .map(Ports.Membership::port)
                        .filter(port -> PodDevices.isTap(pod, port))
                        .map(pod::id))
                .distinct()
                .sorted()
                .filter(tap -> sides.stream()
                        .noneMatch(side -> side.tap().filter(tap::equals).isPresent()))
                .filter(tap -> judgement.into(tap).stream().noneMatch(step -> step.step() == Step.VIRTIO))
                .toList();
    }

    /** The guest's side of a NIC without a tap: by its own MAC, or by the one that the API gives the interface of that name. */
    private static Optional<Sighting> sameMac(DomainNic below, Optional<Site> guest) {
        Set<Mac> macs = new LinkedHashSet<>(below.mac().stream().toList());
        if (macs.isEmpty() && !below.network().isEmpty()) {
            guest.stream()
                    .flatMap(site -> site.all(VmNic.class).stream())
                    .filter(nic -> nic.network().equals(below.network()))
                    .forEach(nic -> nic.mac().ifPresent(macs::add));
        }
        List<Sighting> found = guest.stream()
                .flatMap(site -> macs.stream()
                        .flatMap(mac -> site.withMac(mac).stream())
                        .filter(device -> GuestNics.possible(site, device)))
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isSame(Sides side, VmNic nic, Optional<Site> guest) {
        Optional<Mac> mac = withMac(nic, guest).mac();
        boolean byMac = mac.isPresent()
                && (mac.equals(side.mac()) || mac.equals(side.above().flatMap(Sighting::mac)));
        boolean byAlias = side.below()
                .filter(below -> below.network().equals(nic.network()))
                .isPresent();
        return byMac || byAlias || (mac.isEmpty() && side.below().isPresent());
    }

    /** A spec without a MAC takes the one that the status reports for the same interface. */
    private static VmNic withMac(VmNic nic, Optional<Site> guest) {
        Optional<VmNic> row = status(nic, guest).filter(one -> one.mac().isPresent());
        return nic.mac().isPresent() || row.isEmpty()
                ? nic
                : new VmNic(
                        nic.vantage(),
                        nic.origin(),
                        nic.namespace(),
                        nic.vm(),
                        nic.network(),
                        nic.order(),
                        nic.binding(),
                        nic.attachment(),
                        row.get().mac(),
                        row.get().guestDevice(),
                        row.get().podDevice(),
                        row.get().addresses());
    }

    private static Optional<VmNic> status(VmNic nic, Optional<Site> guest) {
        return guest.stream()
                .flatMap(site -> site.all(VmNic.class).stream())
                .filter(one -> one.order() < 0 && one.network().equals(nic.network()))
                .findFirst();
    }

    private NicPath path(Sides side, Optional<Site> guest, Optional<Aliases> aliases, String role) {
        Optional<DomainNic> tapless = side.below().filter(nic -> nic.target().isEmpty());
        if (tapless.isPresent()) {
            Scope pod = side.launcher().orElseThrow().scope();
            Sides above =
                    new Sides(side.launcher(), Optional.empty(), side.above(), Optional.empty(), Optional.empty());
            List<Hop> seen = side.above().isEmpty()
                    ? List.of()
                    : path(above, guest, aliases, role).hops().stream()
                            .filter(hop -> !hop.gap())
                            .toList();
            List<Tie> nodes = places.below(Tie.Sort.POD_ON_NODE, pod);
            Optional<Scope> node =
                    nodes.size() == 1 ? Optional.of(nodes.getFirst().lower()) : Optional.empty();
            return Tapless.path(seen, tapless.get(), pod, node, role);
        }
        if (side.above().isPresent()) {
            DeviceId nic = side.above().get().id();
            Optional<Judged> upper = upper(nic, guest, aliases);
            return walk.from(upper.map(Judged::from).orElse(nic), upper.map(Judged::to), side.mac(), role);
        }
        if (side.tap().isPresent()) {
            return walk.from(side.tap().get(), Optional.empty(), side.mac(), role);
        }
        VmNic declared = side.declared().orElseThrow();
        return Declared.path(declared, status(declared, guest), side.launcher().map(Launcher::scope), role);
    }

    private Optional<Judged> upper(DeviceId nic, Optional<Site> guest, Optional<Aliases> aliases) {
        List<Judged> uppers = judgement.into(nic).stream()
                .filter(step -> step.from().scope().equals(nic.scope()))
                .sorted(Comparator.comparing(Judged::from))
                .toList();
        return guest.flatMap(site -> GuestAddresses.carrier(site, aliases.orElseThrow(), uppers));
    }

    private Nic nic(
            VmKey vm,
            Sides side,
            NicPath path,
            List<NicPath> paths,
            Optional<Site> guest,
            Optional<Aliases> aliases,
            List<Launcher> launchers,
            List<String> roles) {
        Optional<String> name = side.above().map(Sighting::name);
        Optional<Nic.Alias> alias = name.flatMap(device -> aliases.flatMap(known -> known.of(device)));
        Set<String> carriers = new LinkedHashSet<>();
        name.ifPresent(carriers::add);
        path.hops().stream()
                .limit(1)
                .filter(hop -> name.isPresent())
                .map(Hop::label)
                .forEach(label -> carriers.addAll(
                        guest.map(site -> GuestAddresses.carriers(site, label)).orElse(Set.of(label))));
        Nic.Network network =
                networks.of(vm, side.launcher().map(Launcher::scope), side.below(), side.mac(), path, paths);
        String ref = alias.map(Nic.Alias::name)
                .or(() -> name)
                .or(network::name)
                .or(() -> side.tap().map(DeviceId::name))
                .or(() -> side.declared().map(VmNic::network))
                .orElse("?");
        return new Nic(
                ref,
                alias,
                name,
                side.mac(),
                lowestMtu(path),
                guest.map(site -> GuestAddresses.of(site, aliases.orElseThrow(), carriers))
                        .orElse(List.of()),
                network,
                path,
                otherPaths(side, launchers, roles));
    }

    /** The same NIC in the VM's other pods: found there by the same MAC, which a migration keeps. */
    private List<NicPath> otherPaths(Sides side, List<Launcher> launchers, List<String> roles) {
        List<NicPath> others = new ArrayList<>();
        for (int i = 1; i < launchers.size(); i++) {
            Launcher launcher = launchers.get(i);
            String role = roles.get(i);
            Machines.distinct(launcher.nics()).stream()
                    .filter(nic -> nic.mac().isPresent()
                            && nic.mac().equals(side.mac())
                            && !nic.target().isEmpty())
                    .findFirst()
                    .ifPresent(nic -> others.add(walk.from(
                            new DeviceId(launcher.scope(), nic.target()), Optional.empty(), nic.mac(), role)));
        }
        return others;
    }

    /** A bridge forwards whatever its ports take, so its own MTU is left out. */
    static OptionalInt lowestMtu(NicPath path) {
        return path.hops().stream()
                .filter(hop -> !(hop.kind() instanceof Kind.Bridge) && !(hop.kind() instanceof Kind.OvsBridge))
                .map(Hop::mtu)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .min();
    }

    private static int number(Nic nic) {
        return nic.alias()
                .map(Nic.Alias::name)
                .filter(name -> name.matches("nic\\d{1,6}"))
                .map(name -> Integer.parseInt(name.substring(3)))
                .orElse(Integer.MAX_VALUE);
    }
}
