package dev.plumbline.lab.tap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The process in a lab that makes taps and moves each one's frames to its partner: what QEMU does between a launcher's tap
 * and a guest's NIC. It sleeps until there is a frame. When it ends the taps stay, without carrier. It is started from its
 * own class files alone, and so knows nothing of Plumbline beside {@link Linux}.
 */
public final class Pump {

    /** What it says on its output once all taps are there. */
    static final String READY = "ready";

    private static final Path NAMESPACES = Path.of("/run/netns");

    /** The largest frame: no device has an MTU over 65535 bytes; Ethernet's header and a VLAN tag stand before. */
    private static final long FRAME = 65_536 + 18;

    /** Frames of one tap in a row, while others wait. */
    private static final int TURN = 64;

    private static final int EVENTS = 64;
    private static final int FOREVER = -1;

    /** Of all taps; partners lie side by side, an even place and the next. */
    private final int[] files;

    private final int epoll;
    private final MemorySegment frame;
    private final MemorySegment events;
    private int watched;

    private Pump(int[] files, Arena arena) throws IOException {
        this.files = files;
        epoll = Linux.epoll();
        frame = arena.allocate(FRAME);
        events = arena.allocate(EVENTS * Linux.EVENT, Long.BYTES);
        watched = files.length;
        for (int i = 0; i < files.length; i++) {
            Linux.watch(epoll, files[i], i);
        }
    }

    /** @param arguments a file whose lines are pod, tap, guest and NIC: a namespace and a device, twice */
    public static void main(String[] arguments) throws IOException {
        int[] files = taps(Files.readAllLines(Path.of(arguments[0])));
        try (Arena arena = Arena.ofConfined()) {
            Pump pump = new Pump(files, arena);
            try (FileOutputStream said = new FileOutputStream(FileDescriptor.out)) {
                said.write((READY + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            pump.run();
        }
    }

    private static int[] taps(List<String> lines) throws IOException {
        List<Integer> files = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 4);
            for (int i = 0; i < words.length; i += 2) {
                Linux.enter(NAMESPACES.resolve(words[i]));
                files.add(Linux.tap(words[i + 1]));
            }
        }
        return files.stream().mapToInt(Integer::intValue).toArray();
    }

    private void run() throws IOException {
        while (watched > 0) {
            int ready = await();
            for (int i = 0; i < ready; i++) {
                int what = events.get(Linux.INT, i * Linux.EVENT);
                int tap = events.get(Linux.INT, i * Linux.EVENT + Linux.EVENT_DATA);
                if ((what & Linux.GONE) == 0) {
                    move(files[tap], files[tap ^ 1]);
                } else {
                    // Watched further it would wake us without end.
                    Linux.forget(epoll, files[tap]);
                    files[tap] = -1;
                    watched--;
                }
            }
        }
    }

    /** A signal that wakes it is no reason to end. */
    private int await() {
        try {
            return (int) Linux.WAIT.invokeExact(epoll, events, EVENTS, FOREVER);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A frame that the other side does not take, because it is down, is lost, as on a cable. */
    private void move(int from, int to) {
        try {
            for (int i = 0; i < TURN; i++) {
                long size = (long) Linux.READ.invokeExact(from, frame, FRAME);
                if (size <= 0) {
                    return;
                }
                long _ = (long) Linux.WRITE.invokeExact(to, frame, size);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
