package dev.plumbline.lab.tap;

import dev.plumbline.lab.ground.Netns;

/**
 * A tap in a pod and the device that stands for the guest's NIC: what one sends the other receives.
 *
 * @param tap the tap's name in the pod
 * @param nic the NIC's name in the guest
 */
public record TapPair(Netns pod, String tap, Netns guest, String nic) {

    /** As {@link Pump} reads it. */
    String line() {
        return pod + " " + tap + " " + guest + " " + nic + "\n";
    }
}
