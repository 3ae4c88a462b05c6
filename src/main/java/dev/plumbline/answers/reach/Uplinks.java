package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;

/** Which devices lead out of everything that is seen. */
final class Uplinks {

    private Uplinks() {}

    /** A node's device that has no other end here and is no virtual one: hardware, or what may be. */
    static boolean is(Terrain terrain, DeviceId id) {
        Device device = terrain.device(id);
        boolean machine = id.scope().is(Scope.Kind.NODE) || id.scope().is(Scope.Kind.HOST);
        boolean loopback = device.flags().contains("LOOPBACK") || id.name().equals("lo");
        boolean paired =
                terrain.wires(id).stream().anyMatch(edge -> !edge.rule().equals(OneWire.RULE));
        boolean hardware = device.kind() instanceof Kind.Nic || device.kind() instanceof Kind.Link;
        return machine && hardware && !loopback && !paired && terrain.lower(id).isEmpty() && !terrain.bridge(id);
    }
}
