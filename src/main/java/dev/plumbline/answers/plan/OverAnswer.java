package dev.plumbline.answers.plan;

import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code plan --over}: what applying the manifests will do to what is there.
 *
 * @param objects by what becomes of them, then by kind and name; unchanged ones are only counted
 * @param same how many derived objects are there already as they will be
 * @param machines VMs whose NICs change or differ from a new VM's, in the order in which they are to be restarted
 * @param nodes what nodes lack, by node
 * @param remarks on the manifests, gravest first, then by place
 * @param guests what becomes of the guests' own configuration, by role
 */
public record OverAnswer(
        List<ObjectChange> objects,
        int same,
        List<MachineChange> machines,
        List<NodeLack> nodes,
        List<GuestNote> guests,
        List<Remark> remarks) {

    public OverAnswer {
        objects = List.copyOf(objects);
        machines = List.copyOf(machines);
        nodes = List.copyOf(nodes);
        guests = List.copyOf(guests);
        remarks = List.copyOf(remarks);
    }

    /** What becomes of an object. */
    public enum Becomes {
        /** It is not there yet. */
        ADDED,
        CHANGED,
        /** The plan does not hold it any more, and no operator removes it. */
        LEFT,
        /** Nothing shows whether it is there. */
        UNSEEN
    }

    /**
     * @param fields what changes in it; none for other than changed ones
     * @param evidence the manifests' lines that ask for it, or where it was seen
     * @param note what follows, or which command would show it; may be empty
     */
    public record ObjectChange(
            Becomes becomes,
            String kind,
            String namespace,
            String name,
            List<FieldChange> fields,
            List<Origin> evidence,
            String note) {}

    /** @param path {@code spec.mtu} @param before empty where it was not given @param after empty where it goes */
    public record FieldChange(
            String path, String before, String after, Optional<Origin> beforeAt, Optional<Origin> at) {}

    /**
     * @param now networks of its NICs in their order, as it runs or is defined
     * @param after the same once the operator has merged its change: new ones stand last
     * @param fresh the order that a new VM gets, which the nic template counts
     * @param restart whether its definition changes, which a running VM takes on at its next start only
     * @param recreate whether only a new VM would have the order that the template counts
     */
    public record MachineChange(
            String namespace,
            String name,
            List<String> now,
            List<String> after,
            List<String> fresh,
            boolean restart,
            boolean recreate,
            List<Origin> evidence) {}

    /** @param device of the node @param lacks in a sentence @param planned what the manifests ask for */
    public record NodeLack(String node, String device, String lacks, String planned, List<Origin> evidence) {}

    /** @param says in a sentence */
    public record GuestNote(String role, String says, List<Origin> evidence) {}
}
