package dev.plumbline.lab.draft;

import dev.plumbline.lab.ground.Netns;
import java.util.regex.Pattern;

/**
 * A file in a guest's own folder of os-net-config.
 *
 * @param path {@code /etc/os-net-config/config.json}
 */
public record PlacedFile(Netns place, String path, String text) {

    public static final String FOLDER = "/etc/os-net-config/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public PlacedFile {
        if (!path.startsWith(FOLDER)
                || !NAME.matcher(path.substring(FOLDER.length())).matches()) {
            throw new IllegalArgumentException("not a file of os-net-config's folder: " + path);
        }
    }

    /** Its name in that folder. */
    public String name() {
        return path.substring(FOLDER.length());
    }
}
