package dev.plumbline.answers;

import dev.plumbline.systems.kubevirt.PodNaming;
import java.util.Optional;

/** What KubeVirt calls taps: after the pod's interface, as it calls their bridges. Names prove nothing; a clash of two tells. */
public final class TapNames {

    private TapNames() {}

    /** Whether KubeVirt would call a tap so. */
    public static boolean isOne(String device) {
        return PodNaming.isTap(device);
    }

    /** The tap that KubeVirt puts into a bridge of this name; empty where the name is none of KubeVirt's. */
    public static Optional<String> in(String bridge) {
        if (!PodNaming.isBridge(bridge)) {
            return Optional.empty();
        }
        String bare = bridge.substring(bridge.indexOf('-') + 1);
        String device = PodNaming.isHashed("pod" + bare) ? "pod" + bare : bare;
        return device.equals(PodNaming.PRIMARY) || PodNaming.isOrdinal(device) || PodNaming.isHashed(device)
                ? Optional.of(PodNaming.tap(device))
                : Optional.empty();
    }
}
