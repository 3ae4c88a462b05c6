package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.shell.Asked;
import dev.plumbline.sources.shell.Seat;
import dev.plumbline.sources.shell.ShellCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes segments in order: follows the shells, and makes each output an observation. */
final class Interpretation {

    private static final String SHARED = "several commands share this output: run them one by one";

    private final String source;
    private final List<Correction> corrections;
    private final ShellStack stack;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Gathered.Stretch> stretches = new ArrayList<>();
    private final List<Gathered.Prose> prose = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private Optional<Correction> corrected = Optional.empty();

    Interpretation(String source, List<Correction> corrections) {
        this.source = source;
        this.corrections = List.copyOf(corrections);
        this.stack = new ShellStack(source);
    }

    void take(Segment segment) {
        switch (segment) {
            case Segment.Human human -> prose.add(new Gathered.Prose(source, "", human.lines()));
            case Segment.Typed typed -> typed(typed);
        }
    }

    /** @param brokenOff number of the last line where it has no end; else 0 */
    Gathered gathered(int brokenOff) {
        if (brokenOff > 0 && !observations.isEmpty()) {
            Observation last = observations.getLast();
            if (!last.lines().isEmpty() && last.lines().getLast().number() == brokenOff) {
                observations.set(
                        observations.size() - 1, filtered(last, Outputs.part(last.filter(), "the paste ends here")));
            }
        }
        return new Gathered(
                List.of(new Gathered.Named(source, "transcript")),
                List.copyOf(observations),
                List.copyOf(stretches),
                List.copyOf(prose),
                List.copyOf(skipped),
                List.of());
    }

    private static Observation filtered(Observation one, Filter filter) {
        return new Observation(
                one.source(),
                one.file(),
                one.vantage(),
                one.command(),
                one.namespace(),
                filter,
                one.asked(),
                one.lines());
    }

    private void typed(Segment.Typed typed) {
        int line = typed.asked().number();
        String command = typed.command();
        Seat probe = new Seat(Scope.place(""), Standing.ASSUMED, "", "");
        boolean forCluster = typed.prompt().bare()
                && ShellCommands.read(command, probe).stream().anyMatch(Interpretation::isForCluster);
        Frame frame = stack.arrive(typed, forCluster);
        if (command.isEmpty()
                && !typed.output().isEmpty()
                && typed.output().getFirst().text().strip().matches("exit|logout")) {
            command = "exit";
        }
        String full = frame.shell() == Asked.Shell.VIRSH && !command.isEmpty() && !command.matches("quit|exit")
                ? "virsh " + command
                : command;
        List<Asked> asked = ShellCommands.read(full, stack.seat(line));
        corrected = corrections.stream()
                .filter(one -> one.covers(source, line, lastLine(typed)))
                .findFirst();
        Seat seat = corrected
                .map(one -> stack.seat(line).at(one.scope(), Standing.STATED))
                .orElseGet(() -> stack.seat(line));
        outputs(
                typed,
                ShellCommands.read(full, seat).stream().filter(Asked::prints).toList(),
                frame);
        asked.forEach(one -> follow(one, typed));
        ends(typed, asked);
    }

    private static boolean isForCluster(Asked asked) {
        return switch (asked) {
            case Asked.Prints prints -> !prints.scope().is(Scope.Kind.PLACE);
            case Asked.Opens opens -> !opens.scope().is(Scope.Kind.PLACE) && opens.shell() != Asked.Shell.SSH;
            case Asked.SetsNamespace _ -> true;
            case Asked.Repeats repeats -> isForCluster(repeats.one());
            case Asked.Says _, Asked.Leaves _, Asked.Silent _, Asked.Lost _, Asked.Fans _ -> false;
        };
    }

    private void follow(Asked asked, Segment.Typed typed) {
        boolean failed = typed.output().stream().anyMatch(Noise::tellsFailure);
        switch (asked) {
            case Asked.Opens opens
            when !failed -> stack.open(opens, typed.asked().number(), typed.part());
            case Asked.SetsNamespace sets when !failed -> stack.namespace(sets.namespace());
            case Asked.Leaves _ -> leave(typed);
            default -> {}
        }
    }

    /** An {@code exit} of the inner shell whose output tells that the debug pod went with it leaves both. */
    private void leave(Segment.Typed typed) {
        boolean debug = stack.top().shell() == Asked.Shell.DEBUG;
        stack.leave();
        if (!debug && typed.output().stream().anyMatch(Noise::endsDebugPod)) {
            stack.leaveAll(Asked.Shell.DEBUG);
        }
    }

    /** The printed end of a shell; after an {@code exit} it is only the echo of what that closed. */
    private void ends(Segment.Typed typed, List<Asked> asked) {
        if (asked.stream().anyMatch(one -> one instanceof Asked.Leaves)) {
            return;
        }
        if (typed.output().stream().anyMatch(Noise::endsDebugPod)) {
            stack.leaveAll(Asked.Shell.DEBUG);
        }
        boolean oneShot = asked.stream().anyMatch(Asked::prints);
        if (!oneShot && typed.output().stream().anyMatch(Noise::endsSsh)) {
            stack.leaveAll(Asked.Shell.SSH);
        }
    }

    private void outputs(Segment.Typed typed, List<Asked> printing, Frame frame) {
        if (printing.isEmpty()) {
            return;
        }
        if (printing.size() == 1) {
            one(typed, printing.getFirst(), typed.output(), frame);
            return;
        }
        List<Line> lines =
                typed.output().stream().filter(line -> !Noise.is(line)).toList();
        if (lines.stream().anyMatch(Noise::cuts)) {
            skip(typed, SHARED, frame);
            return;
        }
        OutputSplit.of(printing, lines)
                .ifPresentOrElse(
                        parts -> {
                            for (int i = 0; i < parts.size(); i++) {
                                one(typed, printing.get(i), parts.get(i), frame);
                            }
                        },
                        () -> skip(typed, SHARED, frame));
    }

    private void one(Segment.Typed typed, Asked asked, List<Line> lines, Frame frame) {
        switch (asked) {
            case Asked.Prints prints -> observe(typed, prints, lines, frame);
            case Asked.Repeats repeats -> observe(typed, repeats.one(), lines, frame);
            case Asked.Lost lost -> skip(typed, lost.why(), frame);
            case Asked.Fans fans -> fans(typed, fans, lines, frame);
            case Asked.Says _, Asked.Opens _, Asked.Leaves _, Asked.SetsNamespace _, Asked.Silent _ -> {}
        }
    }

    private void fans(Segment.Typed typed, Asked.Fans fans, List<Line> lines, Frame frame) {
        List<ManyHosts.Block> blocks = ManyHosts.read(fans.form(), lines);
        if (blocks.isEmpty()) {
            skip(typed, "no host's name stands over an output", frame);
        }
        for (ManyHosts.Block block : blocks) {
            Seat seat = fans.seat().at(Scope.host(block.host()), Standing.STATED);
            List<Asked> printing = ShellCommands.read(fans.script(), seat).stream()
                    .filter(Asked::prints)
                    .toList();
            if (!block.failure().isEmpty()) {
                skip(typed, block.failure() + ": " + block.host(), frame);
            } else if (printing.size() == 1 && printing.getFirst() instanceof Asked.Prints prints) {
                Filter filter =
                        block.complete() ? prints.filter() : Outputs.part(prints.filter(), "the command failed");
                Asked.Prints narrowed = prints.filteredBy(
                        fans.filter() instanceof Filter.None ? filter : new Filter.Opaque("filtered over all hosts"));
                corrected = Optional.empty();
                observe(typed, narrowed, block.lines(), frame);
            } else {
                boolean one = printing.size() == 1;
                skip(typed, one && printing.getFirst() instanceof Asked.Lost lost ? lost.why() : SHARED, frame);
            }
        }
    }

    private void observe(Segment.Typed typed, Asked.Prints prints, List<Line> lines, Frame frame) {
        for (Outputs.Piece piece : Outputs.pieces(lines, prints.filter(), OutputSplit.listsLinks(prints.command()))) {
            int to = piece.to() > 0 ? piece.to() : typed.lastAsked();
            int from = typed.asked().number();
            Filter known = typed.whole() ? piece.filter() : Outputs.part(piece.filter(), "a human's text stands in it");
            Filter filter = piece.lines().isEmpty() && (!typed.closed() || OutputSplit.alwaysPrints(prints))
                    ? Outputs.part(known, "no output was pasted")
                    : known;
            Optional<Correction> correction = corrected.filter(one -> one.replaces(prints.scope()));
            Scope scope = correction.map(Correction::scope).orElse(prints.scope());
            Standing standing = correction.isPresent() ? Standing.STATED : prints.standing();
            String how = correction.isPresent() ? "correction" : how(prints, frame);
            observations.add(new Observation(
                    source,
                    "",
                    Vantage.of(scope, standing),
                    prints.command(),
                    prints.namespace(),
                    filter,
                    typed.asked(),
                    piece.lines()));
            stretches.add(new Gathered.Stretch(source, "", from, to, scope, standing, typed.command(), how));
        }
    }

    private static String how(Asked.Prints prints, Frame frame) {
        if (prints.scope().is(Scope.Kind.CLUSTER)) {
            return "output of the cluster";
        }
        return prints.scope().equals(frame.scope()) ? frame.how() : "named by the command";
    }

    private static int lastLine(Segment.Typed typed) {
        return typed.output().isEmpty()
                ? typed.lastAsked()
                : typed.output().getLast().number();
    }

    private void skip(Segment.Typed typed, String why, Frame frame) {
        Line asked = typed.asked();
        Origin origin = new Origin(source, "", asked.number(), "", asked.text().strip());
        skipped.add(new Skipped(origin, typed.command(), why));
        stretches.add(new Gathered.Stretch(
                source, "", asked.number(), lastLine(typed), frame.scope(), frame.standing(), typed.command(), why));
    }
}
