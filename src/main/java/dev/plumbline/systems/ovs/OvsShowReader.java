package dev.plumbline.systems.ovs;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Observation;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;

/** {@code ovs-vsctl show}: bridges, their ports, the ports' interfaces. */
public final class OvsShowReader implements Reader {

    @Override
    public String id() {
        return "ovs-vsctl-show";
    }

    @Override
    public boolean reads(Command command) {
        OvsCall call = OvsCall.of(command);
        return call.is("ovs-vsctl", 1) && call.word(0).equals("show");
    }

    @Override
    public Reading read(Observation observation) {
        return new OvsShow(observation).read();
    }
}
