package dev.plumbline.lab.build;

import dev.plumbline.lab.draft.PlacedFile;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Each guest's own /etc/os-net-config, where guests share this machine's /etc. They lie in the lab's /etc/netns, of which
 * {@code ip netns exec} shows each place its own (ip-netns(8)); they go with the lab.
 */
public final class GuestFolders {

    private static final String FILES = "/run/lab/netns";
    private static final String FOLDER = "os-net-config";

    /**
     * The lab's /etc is this machine's, and in it the two folders to mount on, which it need not have. What is mounted
     * in this machine's /etc, as containers' hosts is, an overlay of it leaves out.
     */
    private static final String MOUNT = """
            mkdir -p /run/lab/etc/netns "/run/lab/etc/$2" /run/lab/host
            mount --rbind /etc /run/lab/host
            mount -t overlay -o ro,lowerdir=/run/lab/etc:/etc plumbline /etc
            while read -r _ _ _ _ at _; do
                case $at in
                    /run/lab/host/*) mount --bind "$at" "/etc/${at#/run/lab/host/}" || : ;;
                esac
            done </proc/self/mountinfo
            mount --bind "$1" /etc/netns
            """;

    private GuestFolders() {}

    /** @return why guests do not show them; empty where they do */
    public static Optional<String> make(Anchor anchor, List<PlacedFile> files) throws LabException {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try {
            for (PlacedFile file : files) {
                Path folder = anchor.inside(FILES + "/" + file.place().name() + "/" + FOLDER);
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(file.name()), file.text());
            }
        } catch (IOException e) {
            throw new LabException("a guest's files: " + e, e);
        }
        Output mounted = anchor.run(List.of("sh", "-e", "-c", MOUNT, "sh", FILES, FOLDER), "");
        return mounted.fine()
                ? Optional.empty()
                : Optional.of("guests do not show " + PlacedFile.FOLDER + ": " + mounted.complaint());
    }
}
