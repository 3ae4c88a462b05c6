package dev.plumbline.plan.wiring;

import dev.plumbline.facts.VmNic;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.systems.kubevirt.PodNaming;

/**
 * How the launcher of a KubeVirt version names what it makes in a pod (pkg/network/namescheme, pkg/network/link/names.go and
 * their forerunners).
 */
record LauncherNames(KubevirtVersion version) {

    /** The interface that Multus is asked for, and that a dummy may take over. */
    String asked(VmNic nic, VmNic.Wish wish) {
        return wish.primary()
                ? PodNaming.PRIMARY
                : version.atLeast(1, 0)
                        ? PodNaming.hashedInterface(nic.network())
                        : PodNaming.ordinalInterface(wish.place());
    }

    String bridge(String asked) {
        return PodNaming.bridge(asked);
    }

    /** Up to 0.32 libvirt makes the taps and counts them itself. */
    String tap(VmNic nic, String asked) {
        return version.atLeast(0, 33) ? PodNaming.tap(asked) : "vnet" + nic.order();
    }

    /**
     * Whether the veth gives its name to a dummy, which then holds the address: from 1.1 on always, since 0.39 where the CNI gave
     * an address.
     */
    boolean renames(boolean addressed) {
        return version.atLeast(1, 1) || addressed && version.atLeast(0, 39);
    }

    String renamed(String asked) {
        return PodNaming.renamed(asked);
    }

    /** Up to 0.42 the bridge of a masquerade binding has a dummy for a port. */
    boolean masqueradeDummy() {
        return !version.atLeast(0, 43);
    }

    /** Since 0.42 the bridge of a masquerade binding has the same MAC everywhere. */
    boolean fixedMac() {
        return version.atLeast(0, 42);
    }

    String premise() {
        return "the launcher is of KubeVirt " + version.major() + "." + version.minor();
    }
}
