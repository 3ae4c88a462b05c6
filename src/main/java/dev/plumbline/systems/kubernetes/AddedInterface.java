package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Attachment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of Multus's event {@code AddedInterface}: {@code Add net4 [] from openstack/storage}.
 *
 * @param device the interface in the pod
 * @param network {@code namespace/name}, or the default plugin's name
 */
record AddedInterface(String device, String network) {

    private static final Pattern MESSAGE = Pattern.compile("Add (\\S++) \\[[^\\]]*+\\] from (\\S++)\\s*+");

    /** Reads a line of a list of events; empty where it is another event, or its end is missing. */
    static Optional<AddedInterface> of(String line) {
        int reason = line.indexOf(" AddedInterface ");
        int message = line.lastIndexOf(" Add ");
        if (reason < 0 || message < reason) {
            return Optional.empty();
        }
        Matcher matcher = MESSAGE.matcher(line.substring(message + 1));
        return matcher.matches()
                ? Optional.of(new AddedInterface(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    /**
     * Multus names the interface of the cluster's network eth0, and no other. Events expire, so the place of one among
     * those that are left says nothing: the order is -1.
     */
    Attachment of(Vantage vantage, Origin origin, String namespace, String pod) {
        boolean main = device.equals("eth0") || network.indexOf('/') < 0;
        return new Attachment(
                vantage,
                origin,
                namespace,
                pod,
                device,
                network,
                Optional.empty(),
                main ? Attachment.Basis.DEFAULT : Attachment.Basis.ATTACHED,
                -1);
    }
}
