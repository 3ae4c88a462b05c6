package dev.plumbline.views;

import dev.plumbline.answers.nics.NicsAnswer;
import dev.plumbline.answers.nics.NicsAnswer.WhatIf;
import dev.plumbline.views.Columns.Cell;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code nics}: alias, device and why; what os-net-config would say; and a line for each NIC whose loss or return would
 * move aliases.
 *
 * @param headers whether to print more than the rows of aliases
 */
public record NicsView(Ink ink, boolean headers) implements View<NicsAnswer> {

    @Override
    public void draw(NicsAnswer answer, Appendable out) throws IOException {
        Columns table = new Columns(2);
        if (headers) {
            String branch = answer.release().equals(answer.branch()) ? "" : " (" + answer.branch() + ")";
            out.append("os-net-config ").append(answer.release()).append(branch).append(": ");
            out.append(ink.strong(Wording.count(answer.numbered().size(), "NIC")))
                    .append(" with an alias\n\n");
            table.row("ALIAS", "DEVICE", "WHY", "USED BY");
        }
        answer.numbered()
                .forEach(row -> table.row(row.alias(), row.device(), row.why(), String.join(", ", row.usedBy())));
        answer.strays()
                .forEach(stray -> table.row(List.of(
                        Cell.of(stray.name()),
                        Cell.of("-"),
                        new Cell("no such NIC: taken for a device's name, silently", ink::alarm),
                        Cell.of(String.join(", ", stray.usedBy())))));
        table.draw("", out);
        if (headers) {
            rest(answer, out);
        }
    }

    private void rest(NicsAnswer answer, Appendable out) throws IOException {
        Columns without = new Columns(2);
        answer.unnumbered().forEach(device -> without.row(device.device(), device.why()));
        section("NO ALIAS", answer.unnumbered().isEmpty(), without, out);
        if (answer.messages().isEmpty()) {
            out.append("\nNo warning and no error: ").append(end(answer)).append('\n');
        } else {
            out.append('\n').append(ink.strong("MESSAGES")).append("    ");
            out.append(end(answer)).append('\n');
            for (NicsAnswer.Message message : answer.messages()) {
                String text = message.text().lines().map(Clean::line).collect(Collectors.joining("\n           "));
                out.append("  ").append(message.level().equals("ERROR") ? ink.alarm("ERROR  ") : "WARNING");
                out.append("  ").append(text).append('\n');
            }
        }
        Columns changes = new Columns(2);
        answer.whatIf()
                .forEach(change -> changes.row(
                        change.device(), String.join(" or ", change.changes()), effect(change, answer.exit())));
        section("WHAT IF", answer.whatIf().isEmpty(), changes, out);
        Columns premises = new Columns(2);
        answer.premises().forEach(premises::row);
        section("TAKEN AS GIVEN", answer.premises().isEmpty(), premises, out);
    }

    private static String end(NicsAnswer answer) {
        String files = answer.files().isEmpty()
                ? answer.exit() == 0 ? ", no file changes" : ""
                : ", " + Wording.count(answer.files().size(), "file") + " written";
        return "exit " + answer.exit() + files;
    }

    private static String effect(WhatIf change, int exit) {
        String moved = change.aliases().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().orElse("-"))
                .collect(Collectors.joining(" "));
        String failure = change.failure().isEmpty()
                ? exit != 0 && change.exit() == 0 ? "fails no more" : ""
                : "fails: " + change.failure().replace("\n", " ");
        return moved + (moved.isEmpty() || failure.isEmpty() ? "" : "; ") + failure;
    }

    private void section(String title, boolean empty, Columns rows, Appendable out) throws IOException {
        if (!empty) {
            out.append('\n').append(ink.strong(title)).append('\n');
            rows.draw("  ", out);
        }
    }
}
