package dev.plumbline.facts;

/**
 * VLANs of a bridge port as a configuration asks for them.
 *
 * @param first VLAN id
 * @param last the same for one VLAN
 * @param pvid whether untagged frames that enter get it
 * @param untagged whether it leaves untagged
 */
public record VlanRange(int first, int last, boolean pvid, boolean untagged) {

    /** The one VLAN of an access port. */
    public static VlanRange access(int vlan) {
        return new VlanRange(vlan, vlan, true, true);
    }

    /** VLANs that keep their tag. */
    public static VlanRange tagged(int first, int last) {
        return new VlanRange(first, last, false, false);
    }

    public boolean holds(int vlan) {
        return first <= vlan && vlan <= last;
    }
}
