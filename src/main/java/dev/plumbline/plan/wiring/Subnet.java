package dev.plumbline.plan.wiring;

import dev.plumbline.facts.Cidr;
import java.util.Optional;

/**
 * The IPv4 subnet between a masqueraded guest and its pod (KubeVirt's vmNetworkCIDR).
 *
 * @param gateway the bridge's, the subnet's first host
 * @param guest the guest's, the second
 */
record Subnet(Cidr gateway, Cidr guest) {

    private static final String DEFAULT = "10.0.2.0/24";
    private static final int LONGEST = 30;

    /** @param cidr as given; KubeVirt's default where empty; empty for anything without room for two hosts */
    static Optional<Subnet> of(String cidr) {
        return Cidr.parse(cidr.isEmpty() ? DEFAULT : cidr)
                .filter(given -> given.isV4() && given.prefix() <= LONGEST)
                .map(Cidr::network)
                .map(network -> new Subnet(network.plus(1), network.plus(2)));
    }
}
