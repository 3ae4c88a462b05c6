package dev.plumbline.lab.build;

import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which places are visited when, and what is done there: first pods, then nodes, the fabric, guests. So each place but a
 * pod that Multus attaches is visited once. Both ends of a pair are made where it is visited first.
 */
public final class Course {

    /** In the order of visits. */
    private enum Rank {
        POD,
        NODE,
        FABRIC,
        GUEST
    }

    private static final int MOST_ASKED = 10;

    private final LabBuild build;
    private final Kernel kernel;
    private final Map<Netns, Rank> ranks = new TreeMap<>();
    private final Set<Netns> attached = new TreeSet<>();
    private final Map<Netns, Batch> wires = new TreeMap<>();
    private final Map<Netns, Batch> between = new TreeMap<>();
    private final Map<Netns, List<VmNic>> nics;
    private final Map<Netns, Frame> frames = new TreeMap<>();

    public Course(LabBuild build, Kernel kernel) {
        this.build = build;
        this.kernel = kernel;
        build.places().forEach(place -> ranks.put(place, place.equals(Netns.FABRIC) ? Rank.FABRIC : Rank.NODE));
        build.nics().forEach(nic -> ranks.put(nic.pod(), Rank.POD));
        build.pods().forEach(pod -> ranks.put(pod.pod(), Rank.POD));
        build.nics().forEach(nic -> ranks.put(nic.guest(), Rank.GUEST));
        build.pods().forEach(pod -> attached.add(pod.pod()));
        build.wires().forEach(this::wire);
        nics = build.nics().stream().collect(Collectors.groupingBy(VmNic::pod));
        build.places().forEach(place -> frames.put(place, new Frame(build, kernel, place)));
    }

    private void wire(LabBuild.Wire wire) {
        Rank one = rank(wire.one());
        Rank other = rank(wire.other());
        boolean swap = other.compareTo(one) < 0;
        LabBuild.End here = swap ? wire.other() : wire.one();
        LabBuild.End there = swap ? wire.one() : wire.other();
        Map<Netns, Batch> where = one == other && !here.place().equals(there.place()) ? between : wires;
        where.computeIfAbsent(here.place(), _ -> new Batch())
                .add(
                        "link add dev " + end(here) + " type veth peer name " + end(there) + " netns " + there.place(),
                        wire.cause());
    }

    private Rank rank(LabBuild.End end) {
        return ranks.getOrDefault(end.place(), Rank.NODE);
    }

    private static String end(LabBuild.End end) {
        return end.name() + " mtu " + end.mtu()
                + end.mac().map(mac -> " address " + mac).orElse("");
    }

    /** All namespaces, at once. */
    public Batch namespaces() {
        Batch batch = new Batch();
        spaces().forEach(place -> batch.add("netns add " + place));
        return batch;
    }

    /** The places that are namespaces: machines are none, and configure themselves. */
    private List<Netns> spaces() {
        return build.places().stream()
                .filter(place -> build.guests() != GuestKind.VM || ranks.get(place) != Rank.GUEST)
                .toList();
    }

    /** Up to where Multus attaches pods; those as far as their own wires. */
    public List<Visit> before() {
        List<Visit> visits = new ArrayList<>();
        between.forEach((place, batch) -> visits.add(new Visit(place).links(batch)));
        for (Netns pod : of(Rank.POD)) {
            visits.add(attached.contains(pod) ? begun(pod) : begun(pod).links(rest(pod)));
        }
        visits.addAll(whole(Rank.NODE));
        visits.addAll(whole(Rank.FABRIC));
        return visits;
    }

    /** What is left of pods that Multus has attached, and guests. */
    public List<Visit> after() {
        List<Visit> visits = new ArrayList<>();
        attached.forEach(pod -> visits.add(new Visit(pod).links(rest(pod))));
        visits.addAll(whole(Rank.GUEST));
        return visits;
    }

    /** Every place once, for its settings and rules. */
    public List<Visit> all() {
        return spaces().stream().map(this::begun).toList();
    }

    /**
     * The kernel tells of a new carrier later, some hundred links a second and the rest by and by: until then a link drops
     * what is sent, a bridge's port stays shut, a bridge without carrier. Asking for one link has it told at once. In
     * larger labs the asking takes longer than the waiting.
     */
    public List<Visit> settled() {
        if (guests() > MOST_ASKED) {
            return List.of();
        }
        return spaces().stream()
                .map(place -> new Visit(place).links(frame(place).asked(nics.getOrDefault(place, List.of()))))
                .toList();
    }

    private long guests() {
        return ranks.values().stream().filter(rank -> rank == Rank.GUEST).count();
    }

    private List<Visit> whole(Rank rank) {
        return of(rank).stream()
                .map(place -> begun(place).links(rest(place)).vlans(frame(place).vlans()))
                .toList();
    }

    private List<Netns> of(Rank rank) {
        return spaces().stream().filter(place -> ranks.get(place) == rank).toList();
    }

    /**
     * Bridged frames go past the packet filter, which one switch for the whole machine would else see to. Guests answer
     * ARP only for the NIC's own addresses: networks may share one flat bridge. No waiting for duplicate addresses.
     */
    private Visit begun(Netns place) {
        Visit visit = new Visit(place);
        for (String table : List.of("ip", "ip6", "arp")) {
            visit.set("net/bridge/bridge-nf-call-" + table + "tables", 0);
        }
        visit.set("net/ipv6/conf/all/accept_dad", 0).set("net/ipv6/conf/default/accept_dad", 0);
        if (ranks.get(place) == Rank.GUEST) {
            visit.set("net/ipv4/conf/all/arp_ignore", 1).set("net/ipv4/conf/all/arp_announce", 2);
        } else {
            visit.set("net/ipv4/ip_forward", 1);
        }
        return visit.links(wires.getOrDefault(place, new Batch())).rules(rules(place));
    }

    /** What stands there, KubeVirt's plumbing too; addresses later where a switch makes devices. */
    private Batch rest(Netns place) {
        Batch batch = frame(place).links();
        PodPlumbing plumbing = new PodPlumbing(build.kubevirt(), build.guests(), kernel);
        for (VmNic nic : nics.getOrDefault(place, List.of())) {
            batch.addAll(plumbing.operations(nic).operations());
        }
        if (frame(place).switches().isEmpty()) {
            batch.addAll(frame(place).addresses().operations());
        }
        return batch;
    }

    private String rules(Netns pod) {
        return kernel.has(Feature.NAT)
                ? nics.getOrDefault(pod, List.of()).stream()
                        .filter(nic -> nic.binding() == VmNic.Binding.MASQUERADE)
                        .map(PodPlumbing::translation)
                        .collect(Collectors.joining())
                : "";
    }

    private Frame frame(Netns place) {
        return java.util.Objects.requireNonNull(frames.get(place));
    }

    /** Those of these places that have switches. */
    public List<Frame> switched(Collection<Visit> visits) {
        return visits.stream()
                .map(visit -> frame(visit.place()))
                .filter(frame -> !frame.switches().isEmpty())
                .toList();
    }

    /** What was built otherwise than asked for, sorted; after the visits have been drawn up. */
    public List<String> remarks() {
        return frames.values().stream()
                .flatMap(frame -> frame.remarks().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
