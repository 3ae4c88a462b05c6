package dev.plumbline.lab.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One process, also after its number has gone to another.
 *
 * @param pid as this process's pid namespace numbers it
 * @param start clock ticks from the boot to its start (field 22 of /proc/PID/stat)
 * @param boot the boot's id
 */
public record ProcessIdentity(long pid, long start, String boot) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** The process that has this number now; empty where none has, or where it is dead and only not yet collected. */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            // The name, in parentheses, may itself hold spaces and parentheses.
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1));
            String state = fields.getFirst();
            boolean dead = state.equals("Z") || state.equals("X");
            return dead
                    ? Optional.empty()
                    : Optional.of(new ProcessIdentity(
                            pid,
                            Long.parseLong(fields.get(19)),
                            Files.readString(BOOT).strip()));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }
}
