package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.Mac;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A place in which a VM's domain runs or ran: its virt-launcher pod.
 *
 * @param scope the pod; a nameless place where the paste does not say
 * @param vm whose it is
 * @param nics the domain's, in order; none where libvirt was not asked
 * @param state libvirt's word, empty where not seen
 * @param ended whether the API says that the pod is over
 * @param verdict how sure it is that the place is this VM's
 * @param rule the placement rule's id
 */
record Launcher(
        Scope scope,
        VmKey vm,
        List<DomainNic> nics,
        String state,
        boolean ended,
        Verdict verdict,
        String rule,
        List<Origin> evidence,
        List<String> premises) {

    /** The guest's MACs as libvirt knows them. */
    Set<Mac> macs() {
        return nics.stream()
                .flatMap(nic -> nic.mac().stream())
                .filter(Mac::unicast)
                .collect(Collectors.toSet());
    }

    boolean sawDomain() {
        return !nics.isEmpty() || !state.isEmpty();
    }
}
