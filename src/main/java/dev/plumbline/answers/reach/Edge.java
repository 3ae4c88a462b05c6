package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Step;
import java.util.List;

/**
 * What joins a device to another one.
 *
 * @param to the other one
 * @param detail of a port of Open vSwitch its type; else empty
 */
record Edge(
        DeviceId to,
        Step step,
        String detail,
        Verdict verdict,
        String rule,
        List<Origin> evidence,
        List<String> premises) {

    /** The same seen from the other end. */
    Edge back(DeviceId from) {
        return new Edge(from, step, detail, verdict, rule, evidence, premises);
    }
}
