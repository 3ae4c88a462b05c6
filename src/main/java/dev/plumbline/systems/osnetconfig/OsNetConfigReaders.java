package dev.plumbline.systems.osnetconfig;

import dev.plumbline.systems.Reader;
import java.util.List;

/** The readers of os-net-config's formats, and of commands that change a machine's network. */
public final class OsNetConfigReaders {

    private OsNetConfigReaders() {}

    public static List<Reader> all() {
        return List.of(
                new ConfigFileReader(), new MappingLogReader(), new InterfacesReportReader(), new GuestChangeReader());
    }
}
