package dev.plumbline.lab.faults;

import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The faults of one lab: makes them, lists them, undoes them. */
public final class Faults {

    /** How long the kernel takes, as a rule, for what it does by itself: carriers, addresses of its own. */
    private static final int SETTLING_MILLIS = 1_500;

    private static final int PATIENCE = 6;
    private static final int PAUSE_MILLIS = 25;
    private static final int MOST = 64;

    private final Labs labs;
    private final LabName name;

    public Faults(Labs labs, LabName name) {
        this.labs = labs;
        this.name = name;
    }

    /** A fault that a lab has. @param at the place as commands take it: {@code node/worker-1:vethf0} */
    public record Active(String fault, String at) {}

    /** Oldest first. */
    public List<Active> active() throws LabException {
        List<Active> active = new ArrayList<>();
        LabDescription built = labs.status(name).description();
        for (Ledger.Entry entry : ledger().entries()) {
            active.add(new Active(entry.fault(), words(built, entry.spot())));
        }
        return List.copyOf(active);
    }

    private Ledger ledger() {
        return new Ledger(labs.faults(name));
    }

    /** Makes a fault. @param at empty for the first place that fits @return where it is now */
    public Active make(Fault fault, String at) throws LabException {
        return locked(() -> make(fault, sight(), at));
    }

    private Active make(Fault fault, Sight sight, String at) throws LabException {
        Spot spot;
        Change change;
        try {
            spot = spot(fault, sight, at);
            change = fault.harm().at(sight, spot);
        } catch (LabException e) {
            throw new LabException(fault.name() + ": " + e.says(), e);
        }
        List<Ledger.Entry> entries = new ArrayList<>(ledger().entries());
        if (entries.size() >= MOST) {
            throw new LabException("lab " + name + " has " + MOST + " faults already");
        }
        entries.add(new Ledger.Entry(fault.name(), spot, change.before()));
        ledger().write(entries);
        try {
            Act.all(sight.anchor(), change.acts());
        } catch (LabException e) {
            restore(entries.removeLast());
            ledger().write(entries);
            throw e;
        }
        return new Active(fault.name(), words(sight.built(), spot));
    }

    private Spot spot(Fault fault, Sight sight, String at) throws LabException {
        List<Spot> spots = fault.places().in(sight);
        if (spots.isEmpty()) {
            throw new LabException("lab " + name + " has no place for it: " + fault.where());
        }
        return new Aim(sight)
                .among(spots, at).stream()
                        .findFirst()
                        .orElseThrow(() -> new LabException(at + " is no place for it; it can be at "
                                + words(sight.built(), spots.getFirst()) + ": " + fault.where()));
    }

    /** Undoes all faults, the last one first. @return what was undone */
    public List<Active> heal() throws LabException {
        return locked(() -> {
            List<Ledger.Entry> entries = new ArrayList<>(ledger().entries());
            List<Active> healed = new ArrayList<>();
            while (!entries.isEmpty()) {
                healed.add(undo(entries, entries.size() - 1));
            }
            return healed;
        });
    }

    /**
     * Undoes the newest fault of a name. Those that were made after it are taken off first and made again, for what they
     * found was its work.
     *
     * @param at where it is; empty for anywhere
     */
    public List<Active> heal(String fault, String at) throws LabException {
        return locked(() -> {
            List<Ledger.Entry> entries = new ArrayList<>(ledger().entries());
            List<Spot> spots = entries.stream()
                    .filter(entry -> entry.fault().equals(fault))
                    .map(Ledger.Entry::spot)
                    .toList()
                    .reversed();
            List<Spot> meant = new Aim(sight()).among(spots, at);
            if (meant.isEmpty()) {
                throw new LabException("lab " + name + " has no fault " + fault + (at.isEmpty() ? "" : " at " + at));
            }
            List<Ledger.Entry> later = new ArrayList<>();
            while (true) {
                Ledger.Entry last = entries.getLast();
                Active undone = undo(entries, entries.size() - 1);
                if (last.fault().equals(fault) && last.spot().equals(meant.getFirst())) {
                    again(later.reversed());
                    return List.of(undone);
                }
                later.add(last);
            }
        });
    }

    private void again(List<Ledger.Entry> entries) throws LabException {
        for (Ledger.Entry entry : entries) {
            Optional<Fault> fault = Catalogue.named(entry.fault());
            if (fault.isPresent()) {
                make(fault.get(), sight(), entry.spot().toString());
            }
        }
    }

    private Active undo(List<Ledger.Entry> entries, int index) throws LabException {
        Ledger.Entry entry = entries.get(index);
        restore(entry);
        entries.remove(index);
        ledger().write(entries);
        return new Active(entry.fault(), words(labs.status(name).description(), entry.spot()));
    }

    private void restore(Ledger.Entry entry) throws LabException {
        List<Was> all =
                entry.before().stream().sorted(Comparator.comparing(Was::rank)).toList();
        for (Stage stage : List.of(Stage.LOOSEN, Stage.FASTEN, Stage.TUNE, Stage.ADDRESSES, Stage.ROUTES)) {
            mend(all, stage);
        }
        // A carrier may come late, and with it another address of the kernel's own.
        for (int i = 0; i < PATIENCE && !settles(all); i++) {
            mend(all, Stage.LINK_LOCAL);
        }
    }

    private void mend(List<Was> all, Stage stage) throws LabException {
        Sight now = sight();
        List<Act> acts = new ArrayList<>();
        for (Was was : all) {
            acts.addAll(was.mend(now, stage));
        }
        Act.all(now.anchor(), acts);
    }

    private boolean settles(List<Was> all) throws LabException {
        long deadline = System.nanoTime() + SETTLING_MILLIS * 1_000_000L;
        while (!settled(all)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private boolean settled(List<Was> all) throws LabException {
        Sight now = sight();
        for (Was was : all) {
            if (!was.settled(now)) {
                return false;
            }
        }
        return true;
    }

    private static void pause() throws LabException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while a lab was being healed", e);
        }
    }

    private Sight sight() throws LabException {
        Anchor anchor = labs.standing(name);
        return new Sight(anchor, labs.status(name).description());
    }

    /** A place as commands take it. */
    private static String words(LabDescription built, Spot spot) {
        String scope = built.places().getOrDefault(spot.place().name(), "");
        String place = scope.isEmpty()
                ? spot.place().name()
                : scope.endsWith("*") ? scope.substring(0, scope.lastIndexOf('/') + 1) + own(spot.place()) : scope;
        return place + ":" + spot.device();
    }

    private static String own(Netns place) {
        return place.own();
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws LabException;
    }

    /** One at a time: two that change a lab at once would each take the other's work for what was before. */
    private <T> T locked(Work<T> work) throws LabException {
        labs.standing(name);
        Path lock = labs.faults(name).resolveSibling(Labs.FAULTS_LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held == null) {
                throw busy();
            }
            return work.done();
        } catch (OverlappingFileLockException _) {
            throw busy();
        } catch (IOException e) {
            throw new LabException(lock + " cannot be held: " + e, e);
        }
    }

    private LabException busy() {
        return new LabException("lab " + name + " is being changed by another process");
    }
}
