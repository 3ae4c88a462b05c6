package dev.plumbline.systems;

import dev.plumbline.systems.kubernetes.KubernetesReaders;
import dev.plumbline.systems.lab.LabReaders;
import dev.plumbline.systems.libvirt.LibvirtReaders;
import dev.plumbline.systems.linux.LinuxReaders;
import dev.plumbline.systems.osnetconfig.OsNetConfigReaders;
import dev.plumbline.systems.ovs.OvsReaders;
import java.util.List;
import java.util.stream.Stream;

/** The readers of every system. A new system is one folder and one line here. */
public final class Readers {

    private Readers() {}

    /** All readers, by system. Several may claim one command; each then reads it. */
    public static List<Reader> all() {
        return Stream.of(
                        LinuxReaders.all(),
                        LibvirtReaders.all(),
                        OvsReaders.all(),
                        OsNetConfigReaders.all(),
                        KubernetesReaders.all(),
                        LabReaders.all())
                .flatMap(List::stream)
                .toList();
    }
}
