package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A device on a NIC's line is down or has no carrier. UNKNOWN is normal for Open vSwitch bridges and taps. */
final class LinkDown implements Check {

    private static final Set<String> DOWN = Set.of("down", "lowerlayerdown", "notpresent");

    @Override
    public String id() {
        return "link-down";
    }

    @Override
    public Outcome judge(Scene scene) {
        Map<DeviceId, List<String>> affected = new TreeMap<>();
        Map<DeviceId, Device> down = new TreeMap<>();
        List<Want> wants = new ArrayList<>();
        int seen = 0;
        for (Scene.Owned owned : scene.nics().toList()) {
            for (Hop hop : devices(owned.hops())) {
                Device device = scene.device(hop).orElse(null);
                if (device == null
                        || (device.state().isEmpty() && device.flags().isEmpty())) {
                    wants.add(new Want(hop.scope(), "ip -j -d link"));
                    continue;
                }
                seen++;
                if (isDown(device)) {
                    down.put(device.id(), device);
                    affected.computeIfAbsent(device.id(), _ -> new ArrayList<>())
                            .add(owned.ref());
                }
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        down.forEach((id, device) -> troubles.add(trouble(
                device, affected.getOrDefault(id, List.of()).stream().distinct().toList())));
        troubles.addAll(cutByLibvirt(scene));
        boolean whole = seen > 0 && wants.isEmpty();
        return whole
                ? Outcome.judged(troubles, seen + " devices")
                : Outcome.open(
                        troubles,
                        seen == 0 ? "no device's state was seen" : "not every device's state was seen",
                        wants.stream().distinct().toList());
    }

    private static List<Hop> devices(List<Hop> hops) {
        return hops.stream()
                .filter(hop -> !hop.gap() && !(hop.kind() instanceof Kind.ClusterNetwork))
                // The host end of a masqueraded line is the cluster's business, and its far side is often not asked
                // for.
                .takeWhile(hop -> hop.step()
                        .filter(step -> step == dev.plumbline.topology.Step.NAT)
                        .isEmpty())
                .toList();
    }

    private static boolean isDown(Device device) {
        boolean unset = !device.flags().isEmpty() && !device.flags().contains("UP");
        return device.state().filter(DOWN::contains).isPresent()
                || unset
                || device.flags().contains("NO-CARRIER")
                || isMute(device);
    }

    /** Guests' devices alone: what only hands frames on needs no ARP. */
    private static boolean isMute(Device device) {
        return device.flags().contains("NOARP") && device.id().scope().is(Scope.Kind.GUEST);
    }

    private static Trouble trouble(Device device, List<String> affected) {
        boolean off = !device.flags().isEmpty() && !device.flags().contains("UP");
        String why = off ? "is set down" : device.flags().contains("NO-CARRIER") ? "has no carrier" : "is down";
        if (!off && isMute(device) && !device.flags().contains("NO-CARRIER")) {
            return new Trouble(
                    Severity.ERROR,
                    device.id().name() + " neither asks nor answers by ARP",
                    List.of(device.id().toString()),
                    affected,
                    "no neighbour finds it, and it finds none",
                    "ip link set " + device.id().name() + " arp on, and find out who set it off",
                    device.evidence());
        }
        return new Trouble(
                Severity.ERROR,
                device.id().name() + " " + why,
                List.of(device.id().toString()),
                affected,
                "nothing passes here",
                off
                        ? "ip link set " + device.id().name() + " up, and find out who set it down"
                        : "look at its other end: the switch port, the peer, the process that holds the tap",
                device.evidence());
    }

    private static List<Trouble> cutByLibvirt(Scene scene) {
        return scene.facts(DomainNic.class).stream()
                .filter(DomainNic::linkDown)
                .map(nic -> new Trouble(
                        Severity.ERROR,
                        nic.target() + " is cut by libvirt: link state down",
                        List.of(nic.scope().path() + ":" + nic.target()),
                        scene.vmNics().stream()
                                .filter(owned -> owned.nic().mac().equals(nic.mac()))
                                .map(Scene.Owned::ref)
                                .toList(),
                        "the guest's NIC has no carrier",
                        "set state up on the interface in the VM's spec",
                        Stream.of(nic.origin()).toList()))
                .toList();
    }
}
