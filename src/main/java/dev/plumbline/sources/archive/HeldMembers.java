package dev.plumbline.sources.archive;

import java.io.IOException;
import java.util.SortedMap;

/** Files that lie nowhere but in memory, in the order of their names. */
record HeldMembers(SortedMap<String, byte[]> files) implements Members {

    @Override
    public boolean each(Visitor visitor, Complaints complaints) {
        files.forEach((path, content) -> {
            try {
                visitor.file(path, () -> content);
            } catch (IOException e) {
                complaints.problem(path, "this file cannot be read: " + Reason.of(e), "a readable file");
            }
        });
        return true;
    }
}
