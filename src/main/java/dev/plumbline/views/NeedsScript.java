package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import java.io.IOException;

/**
 * {@code needs --script}: one read-only collector to send to whoever has the access. It prints each command behind a prompt
 * before it runs it, so that its output reads back as a transcript.
 */
public record NeedsScript() implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        out.append("#!/bin/sh\n");
        out.append("# Read-only: runs ")
                .append(Wording.count(answer.needs().size(), "command"))
                .append(" and changes nothing.\n");
        out.append("# sh THIS > answers.txt 2>&1, then give answers.txt to plumbline beside what it has.\n");
        for (Need need : answer.needs()) {
            String line = Clean.line(need.reach());
            out.append('\n')
                    .append("# ")
                    .append(Clean.line(need.what()))
                    .append("; right: ")
                    .append(Clean.line(need.right()))
                    .append('\n');
            out.append("printf '%s\\n' ").append(quoted("$ " + line)).append('\n');
            out.append(line).append(" </dev/null\n");
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
