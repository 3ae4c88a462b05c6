package dev.plumbline.systems.libvirt;

import dev.plumbline.systems.Reader;
import java.util.List;

/** The readers of libvirt's formats. */
public final class LibvirtReaders {

    private LibvirtReaders() {}

    public static List<Reader> all() {
        return List.of(new VirshListReader(), new DomiflistReader(), new DomainXmlReader());
    }
}
