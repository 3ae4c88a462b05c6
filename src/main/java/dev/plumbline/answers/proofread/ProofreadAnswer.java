package dev.plumbline.answers.proofread;

import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.sources.Gathered;
import java.util.List;

/** The answer of {@code proofread}. @param remarks in the order of the lines */
public record ProofreadAnswer(List<Gathered.Named> sources, List<Remark> remarks) {

    public ProofreadAnswer {
        sources = List.copyOf(sources);
        remarks = List.copyOf(remarks);
    }

    public int count(Truth truth) {
        return Math.toIntExact(
                remarks.stream().filter(remark -> remark.ruling().is(truth)).count());
    }
}
