package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Mark;
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
        Remarks filled = Remarks.info(
                id(),
                "Nothing where an empty value is meant: the operator's webhook fills it in.",
                "Give the field where a value is meant; look for a misspelt one beside it.");
        for (ApiResource resource : reviewed.given()) {
            for (CrdRemark each : CrdCheck.of(resource)) {
                String title = each.path() + " is " + each.found() + ", wanted " + each.expected();
                if (each.refused()) {
                    refused.at(each.at(), title);
                } else if (each.missing()) {
                    filled.at(each.at(), title);
                } else {
                    changed.at(Mark.atKey(each.at()), title);
                }
            }
        }
        return Stream.of(refused, changed, filled)
                .flatMap(remarks -> remarks.list().stream())
                .toList();
    }
}
