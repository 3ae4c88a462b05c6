package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Two NICs of different machines bear one MAC in one VLAN of bridges of one name: their frames go now to the one, now to the other. */
final class DuplicateMac implements Check {

    @Override
    public String id() {
        return "duplicate-mac";
    }

    @Override
    public Outcome judge(Scene scene) {
        Map<Mac, List<Scene.Owned>> byMac = new TreeMap<>();
        int nics = 0;
        for (Scene.Owned owned : scene.vmNics()) {
            for (Mac mac : macs(owned)) {
                nics++;
                byMac.computeIfAbsent(mac, _ -> new ArrayList<>()).add(owned);
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        byMac.forEach((mac, owners) -> {
            long machines = owners.stream().map(Scene.Owned::machine).distinct().count();
            if (machines > 1) {
                trouble(scene, mac, owners.stream().distinct().toList()).ifPresent(troubles::add);
            }
        });
        for (Device device : scene.topology().devices()) {
            boolean nodeNic = device.id().scope().is(Scope.Kind.NODE) && device.kind() instanceof Kind.Nic;
            List<Scene.Owned> owners =
                    device.mac().map(mac -> byMac.getOrDefault(mac, List.of())).orElse(List.of());
            if (nodeNic && !owners.isEmpty()) {
                troubles.add(ofNode(device, device.mac().orElseThrow(), owners));
            }
        }
        return nics > 0
                ? Outcome.judged(troubles, nics + " NICs")
                : Outcome.open(troubles, "no NIC's MAC was seen", List.of());
    }

    /** The MAC of the domain, and the one the guest has now where it changed it. */
    private static List<Mac> macs(Scene.Owned owned) {
        List<Mac> macs = new ArrayList<>();
        owned.nic().mac().ifPresent(macs::add);
        owned.hops().stream()
                .filter(hop -> hop.scope().is(Scope.Kind.GUEST) && hop.kind() instanceof Kind.Nic)
                .flatMap(hop -> hop.mac().stream())
                .filter(mac -> !macs.contains(mac))
                .forEach(macs::add);
        return macs.stream().filter(Mac::unicast).toList();
    }

    private static Optional<Trouble> trouble(Scene scene, Mac mac, List<Scene.Owned> all) {
        List<String> bridges =
                all.stream().flatMap(owned -> bridge(owned).stream()).distinct().toList();
        NicVlan.Meeting meeting = bridges.size() == 1 ? NicVlan.meeting(scene, all) : NicVlan.Meeting.NOT_SHOWN;
        if (meeting == NicVlan.Meeting.APART) {
            return Optional.empty();
        }
        boolean together = meeting == NicVlan.Meeting.TOGETHER;
        List<Scene.Owned> owners =
                bridges.size() == 1 ? List.copyOf(NicVlan.meeting(scene, all, meeting)) : List.copyOf(all);
        List<Origin> evidence = owners.stream()
                .flatMap(owned -> owned.hops().stream().limit(1))
                .flatMap(hop -> scene.device(hop).stream())
                .flatMap(device -> device.evidence().stream().limit(1))
                .toList();
        String refs = String.join(", ", owners.stream().map(Scene.Owned::ref).toList());
        return Optional.of(new Trouble(
                together ? Severity.ERROR : Severity.WARNING,
                mac + " is the MAC of " + refs + (together ? ", all on " + bridges.getFirst() : ""),
                owners.stream()
                        .map(owned -> Scene.where(owned.hops().getFirst()))
                        .toList(),
                owners.stream().map(Scene.Owned::ref).toList(),
                together
                        ? "bridges and switches learn it at the last sender: connections of both break now and then"
                        : "harmless on separate networks, which was not shown",
                "give one of them another MAC in its VM's spec and restart it",
                evidence));
    }

    private static Trouble ofNode(Device device, Mac mac, List<Scene.Owned> owners) {
        return new Trouble(
                Severity.ERROR,
                mac + " of " + owners.getFirst().ref() + " is also that of the node's NIC "
                        + device.id().name(),
                List.of(device.id().toString()),
                owners.stream().map(Scene.Owned::ref).distinct().toList(),
                "the node takes the VM's frames for its own",
                "give the VM another MAC in its spec and restart it",
                device.evidence());
    }

    private static Optional<String> bridge(Scene.Owned owned) {
        return owned.hops().stream()
                .filter(hop -> hop.kind() instanceof Kind.Bridge && hop.scope().is(Scope.Kind.NODE))
                .map(Hop::label)
                .findFirst();
    }
}
