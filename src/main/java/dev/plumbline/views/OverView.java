package dev.plumbline.views;

import dev.plumbline.answers.plan.OverAnswer;
import dev.plumbline.answers.plan.OverAnswer.Becomes;
import dev.plumbline.answers.plan.OverAnswer.FieldChange;
import dev.plumbline.answers.plan.OverAnswer.MachineChange;
import dev.plumbline.answers.plan.OverAnswer.ObjectChange;
import dev.plumbline.evidence.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code plan --over}: what becomes of objects, VMs, nodes and guests, each with the manifest's line. */
public record OverView(Ink ink, boolean headers) implements View<OverAnswer> {

    private static final Refs REFS = new Refs(false);

    @Override
    public void draw(OverAnswer answer, Appendable out) throws IOException {
        objects(answer, out);
        if (!answer.machines().isEmpty()) {
            head("VIRTUAL MACHINES", out);
            for (MachineChange machine : answer.machines()) {
                machine(machine, out);
            }
        }
        if (!answer.nodes().isEmpty()) {
            head("NODES", out);
            Columns columns = new Columns(2);
            answer.nodes()
                    .forEach(lack -> columns.row(
                            lack.node(), lack.device(), lack.lacks(), lack.planned(), REFS.of(lack.evidence())));
            columns.draw("  ", out);
        }
        if (!answer.guests().isEmpty()) {
            head("GUESTS", out);
            Columns columns = new Columns(2);
            answer.guests().forEach(note -> columns.row(note.role(), note.says(), REFS.of(note.evidence())));
            columns.draw("  ", out);
        }
        if (headers) {
            new RemarkText(ink).draw(answer.remarks(), out);
        }
    }

    private void head(String text, Appendable out) throws IOException {
        if (headers) {
            out.append('\n').append(ink.strong(text)).append('\n');
        }
    }

    private void objects(OverAnswer answer, Appendable out) throws IOException {
        Columns columns = new Columns(2);
        answer.objects().stream()
                .filter(change -> change.becomes() != Becomes.UNSEEN)
                .forEach(change -> object(change, columns));
        if (headers) {
            List<String> counts = new ArrayList<>();
            for (Becomes becomes : Becomes.values()) {
                counts.add(count(answer, becomes) + " " + word(becomes));
            }
            out.append(ink.strong("OBJECTS")).append("  ").append(String.join(", ", counts));
            out.append(", ").append(Integer.toString(answer.same())).append(" as they are\n");
        }
        columns.draw("  ", out);
        Map<String, List<String>> unseen = new LinkedHashMap<>();
        answer.objects().stream()
                .filter(change -> change.becomes() == Becomes.UNSEEN)
                .forEach(change -> unseen.computeIfAbsent(change.note(), _ -> new ArrayList<>())
                        .add(change.kind() + " " + change.name()));
        if (!unseen.isEmpty()) {
            head("NOT SEEN: WHETHER THESE ARE THERE", out);
            Columns commands = new Columns(2);
            unseen.forEach((command, names) ->
                    commands.row(command, Wording.count(names.size(), "object") + ", " + names.getFirst() + " ..."));
            commands.draw("  ", out);
        }
    }

    private static long count(OverAnswer answer, Becomes becomes) {
        return answer.objects().stream()
                .filter(change -> change.becomes() == becomes)
                .count();
    }

    private static String word(Becomes becomes) {
        return switch (becomes) {
            case ADDED -> "added";
            case CHANGED -> "changed";
            case LEFT -> "left behind";
            case UNSEEN -> "not seen";
        };
    }

    private static void object(ObjectChange change, Columns columns) {
        String name = change.namespace().isEmpty() ? change.name() : change.namespace() + "/" + change.name();
        String word = switch (change.becomes()) {
            case ADDED -> "add";
            case CHANGED -> "change";
            case LEFT -> "left";
            case UNSEEN -> "?";
        };
        if (change.fields().isEmpty()) {
            columns.row(word, change.kind(), name, change.note(), REFS.of(change.evidence()));
        }
        for (FieldChange field : change.fields()) {
            String before = field.before().isEmpty() ? "-" : field.before();
            String after = field.after().isEmpty() ? "-" : field.after();
            List<Origin> origins = Stream.concat(field.at().stream(), field.beforeAt().stream())
                    .toList();
            columns.row(word, change.kind(), name, field.path() + ": " + before + " -> " + after, REFS.of(origins));
        }
    }

    private void machine(MachineChange machine, Appendable out) throws IOException {
        List<String> words = new ArrayList<>();
        if (machine.restart()) {
            words.add("restart it to get the new NIC");
        }
        if (machine.recreate()) {
            words.add("its NICs keep another order than the nic template counts until it is made anew");
        }
        out.append("  ").append(ink.strong(Clean.line(machine.namespace() + "/" + machine.name())));
        out.append("  ").append(String.join("; ", words)).append('\n');
        Columns columns = new Columns(2);
        if (headers) {
            columns.row("NIC", "NOW", "AFTER", "A NEW VM");
        }
        int longest = Math.max(
                machine.now().size(),
                Math.max(machine.after().size(), machine.fresh().size()));
        for (int i = 0; i < longest; i++) {
            String after = at(machine.after(), i);
            String fresh = at(machine.fresh(), i);
            boolean differs = !after.equals(fresh);
            columns.row(List.of(
                    Columns.Cell.of("nic" + (i + 1)),
                    Columns.Cell.of(at(machine.now(), i)),
                    new Columns.Cell(after, text -> differs ? ink.alarm(text) : text),
                    Columns.Cell.of(fresh)));
        }
        columns.draw("    ", out);
    }

    private static String at(List<String> names, int index) {
        return index < names.size() ? names.get(index) : "-";
    }
}
