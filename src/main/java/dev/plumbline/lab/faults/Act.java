package dev.plumbline.lab.faults;

import dev.plumbline.lab.build.Switches;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Operation;
import dev.plumbline.lab.ground.Output;
import java.util.List;
import java.util.Map;

/** One thing done to a lab, in one of its places. */
sealed interface Act {

    Netns place();

    void run(Anchor anchor) throws LabException;

    /** Does them in order; a row of lines for one program and place is one process. */
    static void all(Anchor anchor, List<Act> acts) throws LabException {
        int i = 0;
        while (i < acts.size()) {
            if (acts.get(i) instanceof Line first) {
                Batch batch = new Batch();
                while (i < acts.size()
                        && acts.get(i) instanceof Line next
                        && next.place().equals(first.place())
                        && next.program().equals(first.program())) {
                    batch.add(next.words());
                    i++;
                }
                batch.run(anchor, first.place(), first.program());
            } else {
                acts.get(i).run(anchor);
                i++;
            }
        }
    }

    /** @param program ip or bridge @param words plain, between single spaces */
    record Line(Netns place, String program, String words) implements Act {
        @Override
        public void run(Anchor anchor) throws LabException {
            new Batch().add(words).run(anchor, place, program);
        }
    }

    /** A program with plain words. */
    record Program(Netns place, List<String> words) implements Act {

        public Program {
            words = List.copyOf(words);
            for (String word : words) {
                if (!word.startsWith("-") && !Operation.isPlain(word.replace('=', ':'))) {
                    throw new IllegalArgumentException("not a plain word: " + word);
                }
            }
        }

        @Override
        public void run(Anchor anchor) throws LabException {
            Output output = anchor.run(place, words, Map.of("OVS_RUNDIR", Switches.folder(place)), "");
            if (!output.fine()) {
                throw new LabException("in " + place + ": " + String.join(" ", words) + ": " + output.complaint());
            }
        }
    }

    /** Rules for nftables. */
    record Rules(Netns place, String text) implements Act {
        @Override
        public void run(Anchor anchor) throws LabException {
            Output output = anchor.run(place, List.of("nft", "-f", "-"), text);
            if (!output.fine()) {
                throw new LabException("in " + place + ": nft: " + output.complaint());
            }
        }
    }

    /** Makes a network namespace, or ends it. */
    record Place(Netns place, boolean there) implements Act {
        @Override
        public void run(Anchor anchor) throws LabException {
            new Batch().add("netns " + (there ? "add " : "del ") + place).run(anchor);
        }
    }
}
