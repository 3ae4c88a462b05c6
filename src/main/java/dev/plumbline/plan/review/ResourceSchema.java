package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.crd.CrdCheck;
import dev.plumbline.systems.ospdirector.crd.CrdRemark;
import java.util.List;
import java.util.stream.Stream;

/** What a resource's CRD does not have so: refused by the API server, dropped by it, or filled in by the webhook. */
final class ResourceSchema implements ReviewRule {

    @Override
    public String id() {
        return "resource-schema";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks refused = Remarks.refused(id(), "The API server refuses the resource.", "Write what the schema wants.");
        Remarks changed = Remarks.warning(
                id(),
                "What is given does not count. kubectl since 1.27 refuses unknown fields unless told --validate=false.",
                "Look the field up in the CRD: kubectl explain.");
        for (ApiResource resource : reviewed.given()) {
            for (CrdRemark each : CrdCheck.of(resource)) {
                (each.refused() ? refused : changed)
                        .at(each.at(), each.path() + " is " + each.found() + ", wanted " + each.expected());
            }
        }
        return Stream.concat(refused.list().stream(), changed.list().stream()).toList();
    }
}
