package dev.plumbline.answers.plan;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of {@code plan}.
 *
 * @param objects given and derived, sorted
 * @param files of guests, by VM and path
 * @param remarks on the manifests, gravest first, then by place
 * @param map the lines that the objects will build, cut down to what was asked for
 */
public record PlanAnswer(List<PlannedObject> objects, List<GuestFile> files, List<Remark> remarks, MapAnswer map) {

    public PlanAnswer {
        objects = List.copyOf(objects);
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    /** Remarks as the findings of a check, numbered in their order. */
    public static List<Finding> findings(List<Remark> remarks) {
        List<Finding> findings = new ArrayList<>();
        for (Remark remark : remarks) {
            List<Origin> evidence = new ArrayList<>(List.of(remark.at().origin()));
            remark.also().stream().map(Mark::origin).forEach(evidence::add);
            findings.add(new Finding(
                    "f" + (findings.size() + 1),
                    remark.rule(),
                    remark.severity(),
                    remark.title(),
                    List.of(place(remark.at().origin())),
                    List.of(),
                    remark.breaks(),
                    remark.mend(),
                    evidence));
        }
        return List.copyOf(findings);
    }

    private static String place(Origin origin) {
        String file = origin.file().isEmpty() ? origin.source() : origin.source() + "/" + origin.file();
        return origin.line() > 0 ? file + ":" + origin.line() : file;
    }
}
