package dev.plumbline.systems.multus;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.Attachment.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The annotations of one pod as facts. */
public final class PodAttachments {

    private final Vantage vantage;
    private final String namespace;
    private final String pod;

    /** @param namespace the pod's; empty where not known */
    public PodAttachments(Vantage vantage, String namespace, String pod) {
        this.vantage = vantage;
        this.namespace = namespace;
        this.pod = pod;
    }

    /**
     * What the pod asks for; a network whose namespace is not known is left out, for that may be any network.
     *
     * @param origins gives the origin of the next text that stands in the annotation
     */
    public List<Attachment> requested(String annotation, Function<String, Origin> origins) {
        List<Attachment> facts = new ArrayList<>();
        for (Annotations.Requested r : Annotations.networks(annotation, namespace)) {
            int slash = r.network().indexOf('/');
            Origin origin = origins.apply(r.network().substring(slash + 1));
            if (slash >= 0) {
                facts.add(new Attachment(
                        vantage,
                        origin,
                        namespace,
                        pod,
                        r.device(),
                        r.network(),
                        r.mac(),
                        Basis.REQUESTED,
                        r.order(),
                        r.addresses()));
            }
        }
        return facts;
    }

    /** @param origins gives the origin of the next text that stands in the annotation */
    public List<Attachment> attached(List<Annotations.Attached> status, Function<String, Origin> origins) {
        List<Attachment> facts = new ArrayList<>();
        for (Annotations.Attached a : status) {
            facts.add(new Attachment(
                    vantage,
                    origins.apply(a.network()),
                    namespace,
                    pod,
                    a.device(),
                    a.network(),
                    a.mac(),
                    a.main() ? Basis.DEFAULT : Basis.ATTACHED,
                    a.order()));
        }
        return facts;
    }
}
