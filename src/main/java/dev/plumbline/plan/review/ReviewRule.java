package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import java.util.List;

/** One rule about manifests. Pure: the same resources give the same remarks. */
public interface ReviewRule {

    /** Short name in kebab case; its page is docs/rules/ID.md. */
    String id();

    /** In the order of the resources. */
    List<Remark> judge(Reviewed reviewed);
}
