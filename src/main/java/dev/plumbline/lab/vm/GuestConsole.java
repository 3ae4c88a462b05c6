package dev.plumbline.lab.vm;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Output;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs commands in a guest by its second serial port, on which the image's agent listens. The port takes one client at a
 * time, and what is sent before the guest listens is lost: so each word is sent until it is answered.
 */
public final class GuestConsole implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(300);
    private static final int KEPT = 32 << 20;
    private static final byte[] INTERRUPT = {3};

    private final SocketChannel channel;
    private final Selector selector;
    private final String session;
    private final StringBuilder heard = new StringBuilder();
    private int words;

    private GuestConsole(SocketChannel channel, Selector selector, String session) {
        this.channel = channel;
        this.selector = selector;
        this.session = session;
    }

    /** @param patience how long the guest may take until it answers, which while it starts are many seconds */
    public static GuestConsole open(Path socket, Duration patience) throws LabException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            String session = "w" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
            GuestConsole console = new GuestConsole(channel, Selector.open(), session);
            channel.register(console.selector, SelectionKey.OP_READ);
            if (console.answers(deadline)) {
                return console;
            }
            console.close();
        } catch (IOException e) {
            throw new LabException("the guest's console: " + e.getMessage(), e);
        }
        throw new LabException("the guest does not answer within " + patience.toSeconds()
                + " s; another command may be running there");
    }

    private boolean answers(long deadline) throws IOException {
        for (int tries = 1; System.nanoTime() < deadline; tries++) {
            if (tries % 4 == 0) {
                send(INTERRUPT); // what an earlier client has left running
            }
            String word = word();
            send(("\nsync " + word + "\n").getBytes(StandardCharsets.US_ASCII));
            long until = System.nanoTime() + STEP.toNanos();
            while (System.nanoTime() < until) {
                if (heard.indexOf(word + " ready\n") >= 0) {
                    heard.setLength(0);
                    return true;
                }
                receive(until);
            }
        }
        return false;
    }

    private String word() {
        return session + "-" + ++words;
    }

    /** All in one, as for a program of this machine. Standard error comes with standard output. */
    public Output run(List<String> command, Duration patience) throws LabException {
        StringBuilder said = new StringBuilder();
        int code = run(
                command,
                text -> {
                    if (said.length() < KEPT) {
                        said.append(text);
                    }
                },
                System.nanoTime() + patience.toNanos());
        return new Output(command, code, said.toString(), "", said.length() >= KEPT);
    }

    /** Line by line, for as long as it takes. @return its exit code */
    public int run(List<String> command, Consumer<String> said) throws LabException {
        return run(command, said, Long.MAX_VALUE);
    }

    private int run(List<String> command, Consumer<String> said, long deadline) throws LabException {
        String word = word();
        Pattern end = Pattern.compile("\n" + word + " ended (\\d{1,3})\n");
        String packed = Base64.getEncoder().encodeToString(quoted(command).getBytes(StandardCharsets.UTF_8));
        try {
            heard.setLength(0);
            all(("run " + word + " " + packed + "\n").getBytes(StandardCharsets.US_ASCII), deadline);
            String began = word + " began\n";
            while (heard.indexOf(began) < 0) {
                await(deadline);
            }
            heard.delete(0, heard.indexOf(began) + began.length());
            while (true) {
                int tail = heard.indexOf("\n" + word);
                Matcher ended = end.matcher(heard).region(Math.max(tail, 0), heard.length());
                if (tail >= 0 && ended.lookingAt()) {
                    said.accept(text(heard.substring(0, tail)));
                    return Integer.parseInt(ended.group(1));
                }
                // The last end of line may be that which the agent puts before its words.
                int last = heard.lastIndexOf("\n");
                if (last > 0) {
                    said.accept(text(heard.substring(0, last)));
                    heard.delete(0, last);
                }
                await(deadline);
            }
        } catch (IOException e) {
            throw new LabException("the guest's console: " + e.getMessage(), e);
        }
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** For a shell. */
    static String quoted(List<String> command) {
        return String.join(
                " ",
                command.stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .toList());
    }

    /** Ends what runs there. */
    public void interrupt() {
        try {
            send(INTERRUPT);
        } catch (IOException _) {
            // Then there is nothing left to end.
        }
    }

    private void await(long deadline) throws IOException, LabException {
        if (!receive(Math.min(
                        deadline, System.nanoTime() + Duration.ofSeconds(1).toNanos()))
                && deadline != Long.MAX_VALUE
                && System.nanoTime() > deadline) {
            interrupt();
            throw new LabException("a command in the guest has not ended in time");
        }
    }

    /** @return whether anything came */
    private boolean receive(long until) throws IOException {
        long millis = Math.max(1, (until - System.nanoTime()) / 1_000_000);
        selector.select(millis);
        selector.selectedKeys().clear();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        int count = channel.read(buffer);
        if (count < 0) {
            throw new IOException("the guest has gone");
        }
        heard.append(new String(buffer.array(), 0, count, StandardCharsets.ISO_8859_1));
        return count > 0;
    }

    /** As much as the port takes now. */
    private void send(byte[] bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes));
    }

    private void all(byte[] bytes, long deadline) throws IOException, LabException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0) {
                await(deadline);
            }
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException _) {
            // It has gone already.
        }
    }
}
