package dev.plumbline.lab.tap;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/** The few calls of Linux that taps take and Java has not. Their numbers are those of x86, ARM and RISC-V of 64 bits. */
final class Linux {

    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int SET_INTERFACE = 0x400454ca;
    private static final int SET_PERSISTENT = 0x400454cb;

    private static final short TAP = 0x0002;

    /** Nothing before a frame: so the kernel itself completes checksums and cuts large segments. */
    private static final short NO_HEADER = 0x1000;

    /** struct ifreq: a name of at most 15 characters, then flags. */
    private static final long REQUEST = 40;

    private static final long FLAGS_AT = 16;

    private static final int EPOLL_ADD = 1;
    private static final int EPOLL_DELETE = 2;
    private static final int READABLE = 1;

    /** An error or a hang-up: the device has gone. */
    static final int GONE = 0x8 | 0x10;

    /** struct epoll_event is packed on x86 alone. */
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");

    /** Bytes from one epoll_event to the next, and to what it carries for us. */
    static final long EVENT = PACKED ? 12 : 16;

    static final long EVENT_DATA = PACKED ? 4 : 8;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final VarHandle ERRNO_AT =
            Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            telling("open", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = telling("close", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle SET_NAMESPACE = telling("setns", FunctionDescriptor.of(INT, INT, INT));
    private static final MethodHandle CONTROL = telling(
            "ioctl", FunctionDescriptor.of(INT, INT, LONG, ValueLayout.ADDRESS), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle EPOLL = telling("epoll_create1", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle EPOLL_CONTROL =
            telling("epoll_ctl", FunctionDescriptor.of(INT, INT, INT, INT, ValueLayout.ADDRESS));

    /** int epoll_wait(int, struct epoll_event *, int, int) */
    static final MethodHandle WAIT =
            plain("epoll_wait", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS, INT, INT));

    /** ssize_t read(int, void *, size_t) */
    static final MethodHandle READ = plain("read", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));

    /** ssize_t write(int, void *, size_t) */
    static final MethodHandle WRITE = plain("write", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));

    private Linux() {}

    private static MethodHandle plain(String name, FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
    }

    private static MethodHandle telling(String name, FunctionDescriptor shape, Linker.Option... more) {
        Linker.Option[] options = java.util.Arrays.copyOf(more, more.length + 1);
        options[more.length] = ERRNO;
        return plain(name, shape, options);
    }

    /** A call whose result is negative where it fails. */
    @FunctionalInterface
    private interface Call {
        int with(MemorySegment state) throws Throwable;
    }

    private static int must(String what, Call call) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            int result = call.with(state);
            if (result < 0) {
                throw new IOException(what + ": error " + (int) ERRNO_AT.get(state, 0L) + " of the kernel");
            }
            return result;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static int open(Path path, int flags) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path.toString());
            return must(path.toString(), state -> (int) OPEN.invokeExact(state, name, flags | O_CLOEXEC));
        }
    }

    private static void close(int file) throws IOException {
        must("close", state -> (int) CLOSE.invokeExact(state, file));
    }

    /** From now on this thread, and what it opens, is in another network namespace. */
    static void enter(Path namespace) throws IOException {
        int file = open(namespace, 0);
        try {
            must(namespace.toString(), state -> (int) SET_NAMESPACE.invokeExact(state, file, CLONE_NEWNET));
        } finally {
            close(file);
        }
    }

    /**
     * Makes a tap in this thread's namespace. It outlives this process, without a carrier.
     *
     * @return the file that its frames are read from and written to, which never blocks
     */
    static int tap(String name) throws IOException {
        int file = open(Path.of("/dev/net/tun"), O_RDWR | O_NONBLOCK);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(REQUEST);
            request.setString(0, name);
            request.set(ValueLayout.JAVA_SHORT, FLAGS_AT, (short) (TAP | NO_HEADER));
            must("tap " + name, state -> (int) CONTROL.invokeExact(state, file, (long) SET_INTERFACE, request));
            MemorySegment yes = MemorySegment.ofAddress(1);
            must("tap " + name, state -> (int) CONTROL.invokeExact(state, file, (long) SET_PERSISTENT, yes));
        }
        return file;
    }

    static int epoll() throws IOException {
        return must("epoll", state -> (int) EPOLL.invokeExact(state, O_CLOEXEC));
    }

    /** From now on {@link #WAIT} tells of what can be read. @param data what it tells that by */
    static void watch(int epoll, int file, int data) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment event = arena.allocate(EVENT, Long.BYTES);
            event.set(INT, 0, READABLE);
            event.set(INT, EVENT_DATA, data);
            must("epoll", state -> (int) EPOLL_CONTROL.invokeExact(state, epoll, EPOLL_ADD, file, event));
        }
    }

    static void forget(int epoll, int file) throws IOException {
        must("epoll", state -> (int) EPOLL_CONTROL.invokeExact(state, epoll, EPOLL_DELETE, file, MemorySegment.NULL));
        close(file);
    }
}
