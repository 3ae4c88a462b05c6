package dev.plumbline.views;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Mark;
import java.io.IOException;
import java.util.List;

/** Remarks on manifests as compilers print them: what, where, the line with a caret under the value. */
record RemarkText(Ink ink) {

    /** The widest line that is quoted whole; of a longer one the part around the value. */
    private static final int WIDEST = 110;

    private static final int BEFORE = 30;

    void draw(List<Remark> remarks, Appendable out) throws IOException {
        for (Remark remark : remarks) {
            out.append('\n');
            one(remark, out);
        }
    }

    private void one(Remark remark, Appendable out) throws IOException {
        String severity = remark.severity().name();
        out.append(remark.severity() == Severity.ERROR ? ink.alarm(severity) : ink.strong(severity))
                .append("  ")
                .append(Clean.line(remark.rule()))
                .append("  ")
                .append(Clean.line(remark.title()))
                .append(remark.refused() ? "  (refused)" : "")
                .append('\n');
        place(remark.at(), '^', out);
        for (Mark also : remark.also()) {
            place(also, '-', out);
        }
        Columns columns = new Columns(2);
        if (!remark.breaks().isEmpty()) {
            columns.row("breaks", remark.breaks());
        }
        if (!remark.mend().isEmpty()) {
            columns.row("mend", remark.mend());
        }
        columns.draw("  ", out);
    }

    private void place(Mark mark, char under, Appendable out) throws IOException {
        Origin origin = mark.origin();
        if (origin.line() == 0) {
            return;
        }
        String number = Integer.toString(origin.line());
        String file = origin.file().isEmpty() ? origin.source() : origin.source() + "/" + origin.file();
        out.append("  --> ").append(Clean.line(file)).append(':').append(number);
        out.append(':').append(Integer.toString(mark.column() + 1)).append('\n');
        int from = mark.line().length() <= WIDEST ? 0 : Math.max(0, mark.column() - BEFORE);
        int to = Math.min(mark.line().length(), from + WIDEST);
        String shown = Clean.line(mark.line().substring(from, to));
        int before = Columns.width(Clean.line(mark.line().substring(from, Math.min(mark.column(), to))));
        int width = Math.max(1, Math.min(mark.width(), to - mark.column()));
        out.append("  ").append(number).append(" | ").append(shown).append('\n');
        String caret = String.valueOf(under).repeat(width);
        out.append("  ").append(" ".repeat(number.length())).append(" | ").append(" ".repeat(before));
        out.append(under == '^' ? ink.alarm(caret) : caret).append('\n');
    }
}
