package dev.plumbline.lab;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.List;

/** Tries whether frames arrive. */
public final class Pings {

    /** On a machine that is busy with other networks a link takes its time until it carries frames. */
    private static final int TRIES = 15;

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
