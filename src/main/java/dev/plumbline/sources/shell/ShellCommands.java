package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command line asks for: its commands without wrappers, where each runs, what filters hide. The transcript's
 * prompts and a capture's argument lists meet here.
 */
public final class ShellCommands {

    private static final int DEEPEST = 6;
    /** Commands of one line: more than no human types. */
    private static final int MOST = 100;

    private final List<Asked> asked = new ArrayList<>();

    private ShellCommands() {}

    /** A line as typed into a shell. */
    public static List<Asked> read(String line, Seat seat) {
        ShellCommands commands = new ShellCommands();
        commands.script(line, seat, Filter.NONE, 0);
        return List.copyOf(commands.asked);
    }

    /** Words that ran as they are, without a shell. */
    public static List<Asked> read(List<String> argv, Seat seat) {
        ShellCommands commands = new ShellCommands();
        commands.call(new Simple(argv, List.of(), false), seat, Filter.NONE, 0);
        return List.copyOf(commands.asked);
    }

    private void script(String line, Seat seat, Filter outer, int depth) {
        if (asked.size() > MOST) {
            return;
        }
        if (depth > DEEPEST) {
            asked.add(new Asked.Lost("nested too deeply"));
            return;
        }
        for (Statement statement : Script.parse(line).statements()) {
            if (asked.size() > MOST) {
                asked.add(new Asked.Lost("too many commands in one line"));
                return;
            }
            switch (statement) {
                case Statement.Pipe pipe -> pipe(pipe.stages(), seat, outer, depth);
                case Statement.Loop loop -> loop(loop, seat, outer, depth);
                case Statement.Block block ->
                    asked.add(new Asked.Lost("what " + block.keyword() + " printed cannot be told apart"));
            }
        }
    }

    private void pipe(List<Simple> stages, Seat seat, Filter outer, int depth) {
        Simple first = stages.getFirst();
        boolean folded = stages.stream().anyMatch(stage -> stage.program().equals("dshbak"));
        Filters filters = Filters.of(stages.stream()
                .skip(1)
                .filter(stage -> !stage.program().equals("dshbak"))
                .toList());
        int before = asked.size();
        call(first, seat, Filters.both(filters.filter(), outer), depth);
        if (first.toFile() || filters.silent()) {
            mute(before);
        } else if (filters.lost().isPresent()) {
            lose(before, filters.lost().get());
        } else if (folded) {
            fold(before);
        }
    }

    /** What goes to a file does not show; a shell that was opened stays open. */
    private void mute(int from) {
        asked.subList(from, asked.size()).replaceAll(one -> one.prints() ? new Asked.Silent() : one);
    }

    private void lose(int from, String why) {
        asked.subList(from, asked.size()).replaceAll(one -> one.prints() ? new Asked.Lost(why) : one);
    }

    private void fold(int from) {
        asked.subList(from, asked.size())
                .replaceAll(one -> one instanceof Asked.Fans fans
                        ? new Asked.Fans(Asked.Form.FOLDED, fans.script(), fans.filter(), fans.seat())
                        : one);
    }

    private void loop(Statement.Loop loop, Seat seat, Filter outer, int depth) {
        Filters filters = Filters.of(loop.filters());
        int before = asked.size();
        if (loop.literal() && !loop.words().isEmpty() && loop.words().size() <= MOST) {
            for (String word : loop.words()) {
                if (asked.size() > MOST) {
                    break;
                }
                String body = Variable.replace(loop.body(), loop.variable(), word);
                script(body, seat, Filters.both(filters.filter(), outer), depth + 1);
            }
        } else {
            repeat(loop, seat, depth);
        }
        if (filters.silent()) {
            mute(before);
        } else if (filters.lost().isPresent()) {
            lose(before, filters.lost().get());
        }
    }

    /** A loop over words that only the shell knew: its rounds can be one output if all of them speak of one place. */
    private void repeat(Statement.Loop loop, Seat seat, int depth) {
        List<Asked> body = new ArrayList<>();
        ShellCommands inner = new ShellCommands();
        inner.script(loop.body(), seat, Filter.NONE, depth + 1);
        inner.asked.stream().filter(Asked::prints).forEach(body::add);
        if (body.size() == 1
                && body.getFirst() instanceof Asked.Prints prints
                && !Words.unsure(prints.scope().path())
                && prints.standing() != Standing.ASSUMED) {
            asked.add(new Asked.Repeats(prints.filteredBy(new Filter.Opaque("the rounds of a loop"))));
        } else if (!body.isEmpty()) {
            asked.add(new Asked.Lost("a loop over words that are not seen: its outputs cannot be told apart"));
        }
    }

    private void call(Simple call, Seat seat, Filter filter, int depth) {
        Wrappers.Inner inner = Wrappers.strip(call, seat);
        switch (inner) {
            case Wrappers.Opens opens -> asked.add(opens.asked());
            case Wrappers.Runs runs -> script(runs.script(), runs.seat(), filter, depth + 1);
            case Wrappers.Bare bare -> bare(bare.call(), bare.seat(), filter, depth);
        }
    }

    private void bare(Simple call, Seat seat, Filter filter, int depth) {
        if (call.words().isEmpty()) {
            asked.add(new Asked.Silent());
        } else if (ClusterClient.is(call.program())) {
            ClusterClient.Reached reached = ClusterClient.read(call, seat, filter);
            if (reached.asked().isPresent()) {
                asked.add(reached.asked().get());
            } else if (reached.script()) {
                script(String.join(" ", reached.inner()), reached.seat(), filter, depth + 1);
            } else if (depth > DEEPEST) {
                asked.add(new Asked.Lost("nested too deeply"));
            } else {
                call(new Simple(reached.inner(), List.of(), false), reached.seat(), filter, depth + 1);
            }
        } else {
            asked.add(Local.read(call, seat, filter));
        }
    }
}
