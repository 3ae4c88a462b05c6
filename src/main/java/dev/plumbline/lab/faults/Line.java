package dev.plumbline.lab.faults;

import dev.plumbline.lab.draft.LabMachine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The devices of one NIC of a VM, as far as they hang together now.
 *
 * @param number its place among the VM's NICs, from 1
 * @param nic the guest's end
 * @param podBridge the bridge in the pod
 * @param podNic the pod's interface
 * @param veth its other end, on the node
 * @param bridge the node's
 * @param uplinks NICs of the node that are ports of its bridge
 */
record Line(
        LabMachine vm,
        int number,
        SeenLink nic,
        Optional<SeenLink> tap,
        Optional<SeenLink> podBridge,
        Optional<SeenLink> podNic,
        Optional<SeenLink> veth,
        Optional<SeenLink> bridge,
        List<SeenLink> uplinks) {

    Stream<SeenLink> devices() {
        return Stream.of(
                        Stream.of(nic),
                        tap.stream(),
                        podBridge.stream(),
                        podNic.stream(),
                        veth.stream(),
                        bridge.stream(),
                        uplinks.stream())
                .flatMap(each -> each);
    }

    /** From the guest to a bridge of the node. */
    boolean isBridged() {
        return bridge.isPresent();
    }
}
