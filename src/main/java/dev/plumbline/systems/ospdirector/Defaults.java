package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import java.util.List;

/** What the API server and the mutating webhooks put beside given values. */
final class Defaults {

    /** What a v1beta1 role says of its disk. */
    static final List<String> FLAT_DISK =
            List.of("diskSize", "baseImageVolumeName", "storageClass", "storageAccessMode", "storageVolumeMode");

    private Defaults() {}

    /** The given fields, and behind them those of the defaults that are not given. */
    static Growing over(Tree given, Growing defaults) {
        Growing all = Growing.from(given);
        given.fields().forEach(all::put);
        defaults.tree().fields().forEach((key, value) -> {
            if (!Given.is(given.at(key))) {
                all.put(key, value);
            }
        });
        return all;
    }

    static Tree sriov(Tree policy, Tree cause) {
        Tree at = policy.present() ? policy : Growing.from(cause).tree();
        Tree state = at.at("desiredState");
        Growing defaults = Growing.from(cause)
                .put("deviceType", "vfio-pci")
                .put("mtu", 9000)
                .put("numVfs", 0)
                .put("port", "")
                .put("spoofCheck", "on")
                .put("trust", "off");
        Tree full = over(state.present() ? state : Growing.from(cause).tree(), defaults)
                .tree();
        Growing all = Growing.from(at);
        at.fields().forEach(all::put);
        return all.put("desiredState", full).tree();
    }

    /** A role's disk; one of v1beta1 has only one, whose values stand beside all others. */
    static Tree rootDisk(ControlPlane plane, Tree role) {
        if (!plane.v1beta1()) {
            return rootDisk(role.at("rootDisk"), role);
        }
        Growing disk = Growing.from(role);
        for (String key : FLAT_DISK) {
            if (Given.is(role.at(key))) {
                disk.put(key, role.at(key));
            }
        }
        return rootDisk(disk.tree(), role);
    }

    /** Go writes the empty text of a field that is not given, and so do the schemas' defaults go in. */
    private static Tree rootDisk(Tree disk, Tree cause) {
        Tree given = disk.present() ? disk : Growing.from(cause).tree();
        return over(
                        given,
                        Growing.from(cause)
                                .put("dedicatedIOThread", false)
                                .put("name", "")
                                .put("storageAccessMode", "ReadWriteMany")
                                .put("storageVolumeMode", "Filesystem"))
                .tree();
    }

    static List<Tree> additionalDisks(Tree disks) {
        return disks.items().stream()
                .map(disk -> over(
                                disk,
                                Growing.from(disk)
                                        .put("baseImageVolumeName", "")
                                        .put("dedicatedIOThread", false)
                                        .put("storageAccessMode", "ReadWriteMany")
                                        .put("storageVolumeMode", "Filesystem"))
                        .tree())
                .toList();
    }
}
