package dev.plumbline.lab.ground;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing in several places at once: starting a program takes longer than the kernel's part. */
public final class Crew {

    private static final int HANDS = 4;

    private Crew() {}

    @FunctionalInterface
    public interface Job<T> {
        void on(T item) throws LabException;
    }

    /** Returns when all are done. @throws LabException the first failure, in the order of the items */
    public static <T> void each(Collection<T> items, Job<T> job) throws LabException {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> done = new ArrayList<>();
            for (T item : items) {
                done.add(hands.submit(() -> {
                    job.on(item);
                    return item;
                }));
            }
            for (Future<?> one : done) {
                wait(one);
            }
        }
    }

    private static void wait(Future<?> one) throws LabException {
        try {
            one.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof LabException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new LabException("unexpected: " + cause, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while a lab was being built", e);
        }
    }
}
