package dev.plumbline.weave;

import dev.plumbline.topology.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** All steps, judged, by the devices they lead out of and into. */
final class Judgement {

    private final SortedMap<DeviceId, List<Judged>> outOf;
    private final Map<DeviceId, List<Judged>> into = new HashMap<>();
    private final Map<DeviceId, List<Claim.Denies>> denials;

    /**
     * @param outOf by the device they lead out of, strongest first, then by device
     * @param denials what observations rule out, by device
     */
    Judgement(SortedMap<DeviceId, List<Judged>> outOf, Map<DeviceId, List<Claim.Denies>> denials) {
        this.outOf = outOf;
        this.denials = denials;
        outOf.values()
                .forEach(steps -> steps.forEach(step ->
                        into.computeIfAbsent(step.to(), _ -> new ArrayList<>()).add(step)));
    }

    /** All steps, by the device they lead out of. */
    SortedMap<DeviceId, List<Judged>> steps() {
        return outOf;
    }

    List<Judged> from(DeviceId device) {
        return outOf.getOrDefault(device, List.of());
    }

    /** Steps that lead into a device, by the device they come from. */
    List<Judged> into(DeviceId device) {
        return into.getOrDefault(device, List.of());
    }

    List<Claim.Denies> denied(DeviceId device) {
        return denials.getOrDefault(device, List.of());
    }
}
