package dev.plumbline.lab.draft;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.facts.Mac;
import dev.plumbline.lab.ground.Netns;
import java.util.Optional;

/**
 * A NIC of a VM, as KubeVirt plumbs it from the pod's interface to the guest.
 *
 * @param pod where the launcher runs
 * @param guest the namespace in the guest's place
 * @param network the secondary network's name; empty for the pod's own
 * @param podDevice what the cluster's network or Multus has made in the pod: eth0, net1, pod49a25f9feef
 * @param guestDevice the guest's name of the NIC
 * @param mac the guest's; the pod's interface has it until KubeVirt gives it another
 * @param mtu bytes, of the stretch up to the guest
 * @param guestMtu bytes, as the guest sets it
 * @param renamed whether a dummy takes the pod interface's name
 * @param subnet of masquerade binding: the pod's own address in it, with prefix length; the guest has the next
 * @param order 0-based place in the VM's interfaces
 */
public record VmNic(
        Netns pod,
        Netns guest,
        Binding binding,
        String network,
        String podDevice,
        String guestDevice,
        Mac mac,
        int mtu,
        int guestMtu,
        boolean renamed,
        Optional<Cidr> subnet,
        int order,
        Optional<Origin> cause) {

    /** KubeVirt's vmNetworkCIDR where the VM sets none. */
    private static final Cidr VM_NETWORK = new Cidr(Ip.v4(0x0A000201L), 24);

    public VmNic {
        if (!LabBuild.isDevice(podDevice) || !LabBuild.isDevice(guestDevice)) {
            throw new IllegalArgumentException("not devices' names: " + podDevice + ", " + guestDevice);
        }
    }

    /** The pod's address on the bridge between it and a masqueraded guest, whose own is the next. */
    public Cidr gateway() {
        return subnet.orElse(VM_NETWORK);
    }

    /** How KubeVirt connects the guest with the pod's interface. */
    public enum Binding {
        BRIDGE,
        MASQUERADE
    }
}
