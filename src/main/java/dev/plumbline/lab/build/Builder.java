package dev.plumbline.lab.build;

import dev.plumbline.lab.cni.CniException;
import dev.plumbline.lab.cni.Multus;
import dev.plumbline.lab.cni.Pod;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Crew;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Script;
import dev.plumbline.lab.ground.Visit;
import dev.plumbline.lab.tap.TapPair;
import dev.plumbline.lab.tap.TapPump;
import dev.plumbline.systems.kubevirt.PodNaming;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** Builds into an anchor's namespaces, place by place in phases: what one place's wires need stands before them. */
public final class Builder {

    private final Anchor anchor;
    private final LabBuild build;
    private final Kernel kernel;
    private final Set<String> remarks = new ConcurrentSkipListSet<>();
    private final Map<Netns, String> statuses = new ConcurrentSkipListMap<>();

    public Builder(Anchor anchor, LabBuild build, Kernel kernel) {
        this.anchor = anchor;
        this.build = build;
        this.kernel = kernel;
    }

    /**
     * What came of it.
     *
     * @param remarks what was built otherwise than asked for, sorted
     * @param statuses network-status annotations of the pods that Multus attached
     */
    public record Built(List<String> remarks, Map<Netns, String> statuses) {}

    public Built run() throws LabException {
        Course course = new Course(build, kernel);
        course.namespaces().run(anchor);
        if (build.guests() == GuestKind.TAP) {
            TapPump.start(anchor, build.nics().stream().map(Builder::taps).toList());
        }
        Crew.each(List.<Part>of(() -> links(course), () -> new Script(course.all()).settings(anchor)), Part::run);
        remarks.addAll(course.remarks());
        return new Built(List.copyOf(remarks), Map.copyOf(statuses));
    }

    private static TapPair taps(VmNic nic) {
        return new TapPair(nic.pod(), PodNaming.tap(nic.podDevice()), nic.guest(), nic.guestDevice());
    }

    @FunctionalInterface
    private interface Part {
        void run() throws LabException;
    }

    private void links(Course course) throws LabException {
        visit(course, course.before());
        attach();
        visit(course, course.after());
        new Script(course.settled()).links(anchor);
    }

    /** Switches last, for they take time. */
    private void visit(Course course, List<Visit> visits) throws LabException {
        new Script(visits).links(anchor);
        Crew.each(course.switched(visits), this::switches);
    }

    private void switches(Frame frame) throws LabException {
        Netns place = frame.place();
        List<LabBuild.Switch> switches = frame.switches();
        offloadNothing(place, switches);
        new Switches(anchor, place, switches).start();
        Switches.up(switches).addAll(frame.addresses().operations()).run(anchor, place);
    }

    /** A packet socket hands on frames without their checksum, and the kernel drops them where they come out. */
    private void offloadNothing(Netns place, List<LabBuild.Switch> switches) throws LabException {
        if (!kernel.has(Feature.ETHTOOL)) {
            return;
        }
        Set<String> ports = switches.stream()
                .flatMap(one -> one.ports().stream())
                .flatMap(port -> port.members().isEmpty() ? List.of(port.name()).stream() : port.members().stream())
                .collect(Collectors.toSet());
        for (LabBuild.Wire wire : build.wires()) {
            if (wire.one().place().equals(place) && ports.contains(wire.one().name())) {
                offload(wire.other().place(), wire.other().name());
            }
            if (wire.other().place().equals(place)
                    && ports.contains(wire.other().name())) {
                offload(wire.one().place(), wire.one().name());
            }
        }
        for (VmNic nic : build.nics()) {
            if (nic.guest().equals(place) && ports.contains(nic.guestDevice())) {
                offload(place, nic.guestDevice());
                offload(nic.pod(), PodNaming.tap(nic.podDevice()));
            }
        }
    }

    private void offload(Netns place, String device) throws LabException {
        anchor.run(place, List.of("ethtool", "-K", device, "tx", "off", "tso", "off", "gso", "off", "gro", "off"), "");
    }

    private void attach() throws LabException {
        Map<Netns, List<LabBuild.PodNetworks>> byNode = build.pods().stream()
                .collect(Collectors.groupingBy(LabBuild.PodNetworks::node, TreeMap::new, Collectors.toList()));
        Crew.each(byNode.entrySet(), entry -> {
            AnchorHost host = new AnchorHost(anchor, entry.getKey(), kernel);
            Multus multus = new Multus(host, build.networks());
            try {
                for (LabBuild.PodNetworks pod : entry.getValue()) {
                    Pod known = new Pod(pod.namespace(), pod.name(), AnchorHost.path(pod.pod()));
                    statuses.put(pod.pod(), multus.add(known, pod.annotation()).status());
                }
            } catch (CniException e) {
                throw new LabException(e.says(), e);
            }
            remarks.addAll(host.remarks());
        });
    }
}
