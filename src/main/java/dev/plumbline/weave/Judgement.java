package dev.plumbline.weave;

import dev.plumbline.topology.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All steps, judged.
 *
 * @param steps by the device they lead out of, strongest first, then by device
 * @param denials what observations rule out, by device
 */
record Judgement(Map<DeviceId, List<Judged>> steps, Map<DeviceId, List<Claim.Denies>> denials) {

    List<Judged> from(DeviceId device) {
        return steps.getOrDefault(device, List.of());
    }

    /** Steps that lead into a device. */
    List<Judged> into(DeviceId device) {
        List<Judged> found = new ArrayList<>();
        steps.values().forEach(list -> list.stream().filter(step -> step.to().equals(device)).forEach(found::add));
        return found;
    }

    List<Claim.Denies> denied(DeviceId device) {
        return denials.getOrDefault(device, List.of());
    }
}
