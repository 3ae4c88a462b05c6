package dev.plumbline.lab;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.List;

/** Tries whether frames arrive. */
public final class Pings {

    /** The second for a machine so busy that an answer takes longer than ping waits. */
    private static final int TRIES = 2;

    private Pings() {}

    /** @param size of the frame's payload beyond the headers of IP and ICMP, never in fragments; bytes */
    public static boolean arrive(Anchor anchor, Netns from, String to, int size) throws LabException {
        List<String> command =
                List.of("ping", "-c", "1", "-W", "1", "-q", "-M", "do", "-s", Integer.toString(size), to);
        for (int i = 0; i < TRIES; i++) {
            if (anchor.run(from, command, "").fine()) {
                return true;
            }
        }
        return false;
    }
}
