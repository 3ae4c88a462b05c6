package dev.plumbline.answers.diff;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.evidence.Origin;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that is not the same on both sides. What merely follows from it is no difference of its own.
 *
 * @param object {@code vm/openstack/controller-0 nic5}, {@code node/worker-1 br-osp}, {@code network/openstack/storage}
 * @param what {@code mtu}, {@code bridge}, {@code vlan} ...
 * @param a the left side's value; empty where it is not there
 * @param b the right side's value; empty where it is not there
 * @param places of a path, where several devices changed alike: {@code tap}, {@code veth} ...
 * @param affects NICs concerned, {@code controller-0/nic5}, sorted
 * @param also what follows from it, in words, sorted
 * @param evidenceA where the left side shows it, or would have shown it
 * @param evidenceB the same of the right side
 */
public record Difference(
        String object,
        String what,
        String a,
        String b,
        Severity severity,
        List<String> places,
        List<String> affects,
        List<String> also,
        List<Origin> evidenceA,
        List<Origin> evidenceB) {

    /** By object, then by what differs. */
    static final Comparator<Difference> ORDER = Comparator.comparing(Difference::object)
            .thenComparing(Difference::what)
            .thenComparing(Difference::a)
            .thenComparing(Difference::b);

    public Difference {
        places = List.copyOf(places);
        affects = List.copyOf(affects);
        also = List.copyOf(also);
        evidenceA = List.copyOf(evidenceA);
        evidenceB = List.copyOf(evidenceB);
    }
}
