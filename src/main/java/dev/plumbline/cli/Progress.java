package dev.plumbline.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows on a terminal that work goes on, from its first second on; wipes itself away before the answer. */
final class Progress implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private final Optional<Thread> shower;

    private Progress(Surroundings surroundings, boolean wanted) {
        this.shower = wanted
                ? Optional.of(Thread.ofPlatform().daemon().name("progress").start(() -> show(surroundings)))
                : Optional.empty();
    }

    static Progress start(Surroundings surroundings, boolean quiet) {
        return new Progress(surroundings, !quiet && surroundings.errTerminal());
    }

    private void show(Surroundings surroundings) {
        try {
            int seconds = 0;
            while (!done.await(1, TimeUnit.SECONDS)) {
                seconds++;
                surroundings
                        .err()
                        .append("\rreading ... ")
                        .append(Integer.toString(seconds))
                        .append(" s")
                        .flush();
            }
            if (seconds > 0) {
                surroundings.err().append("\r\u001b[K").flush();
            }
        } catch (InterruptedException | IOException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        shower.ifPresent(thread -> {
            try {
                thread.join();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
