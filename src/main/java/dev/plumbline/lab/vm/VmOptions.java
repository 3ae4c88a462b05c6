package dev.plumbline.lab.vm;

import java.nio.file.Path;

/**
 * How guests of kind vm are had.
 *
 * @param unpacked a folder in which a kernel's package may be unpacked
 * @param most how many may be started
 */
public record VmOptions(Path unpacked, int most) {

    public static final VmOptions NONE = new VmOptions(Path.of("/"), VirtualMachines.MOST);

    /**
     * @param cacheHome the value of XDG_CACHE_HOME, empty where not set
     * @param home the user's home folder
     */
    public static VmOptions of(String cacheHome, String home, int most) {
        Path cache = cacheHome.startsWith("/") ? Path.of(cacheHome) : Path.of(home, ".cache");
        return new VmOptions(cache.resolve("plumbline").resolve("guest"), most);
    }
}
