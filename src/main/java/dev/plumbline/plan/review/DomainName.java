package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.List;
import java.util.stream.Stream;

/** The domain has a top-level part and one beneath it. The default, localdomain, has not. */
final class DomainName implements NetConfigRule {

    @Override
    public String id() {
        return "domain-name";
    }

    @Override
    public boolean onCreateOnly() {
        return true;
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.refused(
                id(),
                "The webhook refuses the net config when it is created.",
                "Give a domain of at least two parts: osp.example.org.");

        boolean two = Stream.of(config.domainName().split("\\.", -1))
                        .filter(label -> !label.isEmpty())
                        .count()
                >= 2;
        if (!two) {
            Tree given = config.tree().at("spec", "domainName");
            remarks.at(
                    given.present() ? given : config.tree().at("metadata", "name"),
                    given.present()
                            ? "domainName " + config.domainName() + " has one part"
                            : "no domainName: the default " + config.domainName() + " is refused");
        }
        return remarks.list();
    }
}
