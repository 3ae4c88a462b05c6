package dev.plumbline.views;

import dev.plumbline.evidence.Origin;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.NicPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The lines of input that a path rests on, each once, in the order of the input. */
record Quotes(Refs refs) {

    void draw(NicPath path, Appendable out) throws IOException {
        TreeSet<Origin> origins = new TreeSet<>();
        for (Hop hop : path.hops()) {
            List<Origin> all = new ArrayList<>(hop.evidence());
            hop.also().forEach(witness -> all.addAll(witness.evidence()));
            hop.members().forEach(member -> all.addAll(member.evidence()));
            hop.candidates().forEach(candidate -> all.addAll(candidate.evidence()));
            origins.addAll(all);
        }
        Columns columns = new Columns(2);
        origins.forEach(origin -> columns.row(refs.of(origin), origin.text().strip()));
        columns.draw("  ", out);
    }
}
