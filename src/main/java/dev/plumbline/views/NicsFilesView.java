package dev.plumbline.views;

import dev.plumbline.answers.nics.NicsAnswer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** {@code nics -o files}: as {@code os-net-config --noop} prints them, but also those that it writes without a word. */
public enum NicsFilesView implements View<NicsAnswer> {
    PLAIN;

    @Override
    public void draw(NicsAnswer answer, Appendable out) throws IOException {
        for (var file : answer.files().entrySet()) {
            out.append("File: ").append(Clean.line(file.getKey())).append("\n\n");
            for (String line : file.getValue().split("\n", -1)) {
                out.append(withTabs(line)).append('\n');
            }
            out.append("----\n");
        }
    }

    /** rt_tables has tabs, which are harmless. */
    private static String withTabs(String line) {
        return List.of(line.split("\t", -1)).stream().map(Clean::line).collect(Collectors.joining("\t"));
    }
}
