package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Attachment;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Machine.Placement;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Pods on secondary networks that launch no VM: openstackclient and its like, each veth but the primary one a NIC. */
final class Pods {

    private final Places places;
    private final Walk walk;

    Pods(Places places, Judgement judgement) {
        this.places = places;
        this.walk = new Walk(places, judgement);
    }

    List<Machine> all() {
        Set<Scope> launchers = places.launchers().stream().map(Launcher::scope).collect(Collectors.toSet());
        return places.sites().values().stream()
                .filter(site -> site.is(Scope.Kind.POD) && !launchers.contains(site.scope()))
                .map(this::machine)
                .filter(machine -> !machine.nics().isEmpty())
                .toList();
    }

    private Machine machine(Site pod) {
        List<Nic> nics = new ArrayList<>();
        pod.devices().stream()
                .filter(device -> device.peerIndex().isPresent() && !PodNetwork.isPrimary(places, device.id()))
                .sorted(Comparator.comparingInt(
                                (Sighting device) -> device.index().orElse(Integer.MAX_VALUE))
                        .thenComparing(Sighting::name))
                .forEach(device -> nics.add(nic(pod, device)));
        return new Machine("pod", pod.scope().namespace(), pod.scope().name(), "", placements(pod), nics);
    }

    private List<Placement> placements(Site pod) {
        return places.below(Tie.Sort.POD_ON_NODE, pod.scope()).stream()
                .sorted(Comparator.comparing(Tie::verdict).thenComparing(Tie::lower))
                .map(tie -> new Placement(
                        "active",
                        Optional.of(tie.lower().name()),
                        Optional.of(pod.scope().name()),
                        Optional.empty(),
                        tie.verdict(),
                        tie.rule(),
                        tie.premises(),
                        tie.evidence()))
                .limit(1)
                .toList();
    }

    private Nic nic(Site pod, Sighting device) {
        NicPath path = walk.from(device.id(), Optional.empty(), device.mac(), "active");
        List<Nic.NicAddress> addresses = pod.all(Address.class).stream()
                .filter(address -> address.device().equals(device.name())
                        && !address.cidr().startsWith("fe80:"))
                .map(address -> new Nic.NicAddress(
                        address.cidr(),
                        address.device(),
                        address.basis().name().toLowerCase(Locale.ROOT),
                        List.of(address.origin())))
                .collect(Collectors.toMap(
                        Nic.NicAddress::address, address -> address, (a, _) -> a, java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
        Nic.Network network = pod.all(Attachment.class).stream()
                .filter(attachment ->
                        attachment.device().equals(device.name()) && attachment.basis() != Attachment.Basis.DEFAULT)
                .max(Comparator.comparing(Attachment::basis))
                .map(attachment -> new Nic.Network(
                        Optional.of(Networks.local(pod.scope().namespace(), attachment.network())),
                        Networks.basis(attachment),
                        "pod-annotation",
                        List.of(),
                        List.of(attachment.origin())))
                .orElse(new Nic.Network(Optional.empty(), Verdict.UNKNOWN, "none", List.of(), List.of()));
        return new Nic(
                device.name(),
                Optional.empty(),
                Optional.of(device.name()),
                device.mac(),
                VmNics.lowestMtu(path),
                addresses,
                network,
                path,
                List.of());
    }
}
