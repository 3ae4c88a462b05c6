package dev.plumbline.systems.ovs;

import dev.plumbline.systems.Reader;
import java.util.List;

/** The readers of Open vSwitch's formats. */
public final class OvsReaders {

    private OvsReaders() {}

    public static List<Reader> all() {
        return List.of(
                new OvsShowReader(),
                new OvsInterfaceReader(),
                new OvsListReader(),
                new OvsDatapathReader(),
                new OvsOpenflowReader());
    }
}
