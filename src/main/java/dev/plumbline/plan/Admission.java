package dev.plumbline.plan;

import dev.plumbline.evidence.Problem;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.crd.CrdCheck;
import dev.plumbline.systems.ospdirector.crd.CrdRemark;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API server lets in.
 *
 * @param problems values for which a resource's CRD refuses it, each with its path
 */
record Admission(List<ApiResource> admitted, List<Problem> problems) {

    static Admission of(List<ApiResource> resources) {
        List<ApiResource> admitted = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ApiResource resource : resources) {
            List<CrdRemark> refused =
                    CrdCheck.of(resource).stream().filter(CrdRemark::refused).toList();
            if (refused.isEmpty()) {
                admitted.add(resource);
            }
            for (CrdRemark remark : refused) {
                problems.add(new Problem(
                        remark.at().spot().origin(),
                        resource.kind() + " " + resource.name() + " is refused: " + remark.path() + ": "
                                + remark.found(),
                        remark.expected()));
            }
        }
        return new Admission(List.copyOf(admitted), List.copyOf(problems));
    }
}
