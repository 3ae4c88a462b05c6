package dev.plumbline.weave;

import dev.plumbline.facts.DomainNic;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the devices of a launcher pod are: the guest's side (taps) and the node's side. */
final class PodDevices {

    private static final Pattern TAP = Pattern.compile("(tap|vnet)[0-9a-f]+");

    /** KubeVirt's pod interfaces in all naming generations (pkg/network/namescheme): eth0, netK, podH, H-nic. */
    private static final Pattern POD_INTERFACE =
            Pattern.compile("eth0|eth0-nic|net\\d+|net\\d+-nic|pod[0-9a-f]{11}|[0-9a-f]{11}-nic");

    private PodDevices() {}

    static boolean isTap(Site pod, String name) {
        boolean named =
                pod.all(DomainNic.class).stream().anyMatch(nic -> nic.target().equals(name));
        Optional<Sighting> device = pod.device(name);
        boolean peerless = device.filter(seen -> seen.peerIndex().isPresent()).isEmpty();
        // A kind without an index stands below a head line that may be another device's.
        boolean seen = device.filter(one -> one.links().stream()
                        .anyMatch(
                                link -> link.kind().isPresent() && link.index().isPresent()))
                .isPresent();
        if (seen) {
            return peerless && device.flatMap(Sighting::kind).get().equals("tun");
        }
        return peerless && (named || TAP.matcher(name).matches());
    }

    /** Whether it is sure that frames for the node leave by this port. */
    static boolean leadsOut(Site pod, String name) {
        Optional<Sighting> device = pod.device(name);
        String kind = device.flatMap(Sighting::kind).orElse("");
        return device.filter(seen -> seen.peerIndex().isPresent()).isPresent()
                || kind.equals("veth")
                || (kind.isEmpty() && POD_INTERFACE.matcher(name).matches());
    }
}
