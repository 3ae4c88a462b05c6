package dev.plumbline.topology;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One NIC of a machine.
 *
 * @param ref how people ask for it: the alias where known, else the guest's, network's or tap's name
 * @param alias os-net-config's nicN with its verdict
 * @param name the guest's kernel name
 * @param mtu lowest MTU seen on the path, bytes
 * @param addresses of the device that carries them
 * @param network the attached network
 * @param path the active path
 * @param otherPaths of a migration's other side
 */
public record Nic(
        String ref,
        Optional<Alias> alias,
        Optional<String> name,
        Optional<Mac> mac,
        OptionalInt mtu,
        List<NicAddress> addresses,
        Network network,
        NicPath path,
        List<NicPath> otherPaths) {

    /** @param name {@code nic5} */
    public record Alias(String name, Verdict verdict, String rule, List<Origin> evidence) {}

    /** @param basis observed or configured */
    public record NicAddress(String address, String device, String basis, List<Origin> evidence) {}

    /**
     * @param name empty where not known; {@code pod network} for the cluster's own
     * @param candidates the networks it may be, sorted
     */
    public record Network(
            Optional<String> name, Verdict verdict, String rule, List<String> candidates, List<Origin> evidence) {}

    public Verdict verdict() {
        return path.verdict();
    }
}
