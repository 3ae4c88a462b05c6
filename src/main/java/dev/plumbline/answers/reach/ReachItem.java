package dev.plumbline.answers.reach;

import dev.plumbline.answers.Need;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What becomes of one ping.
 *
 * @param from as asked, with the NIC where one was chosen
 * @param to as asked
 * @param address the address that is pinged; empty where the target has none
 * @param size of ICMP's payload, bytes
 * @param verdict the weakest step's that the answer rests on
 * @param hops of the ping's way out, as far as it comes
 * @param at the device where it ends; its name is empty where that is a place as a whole, as one without a route
 * @param cause the sort of reason, a word such as {@code mtu}; empty where it arrives
 * @param reason why it does not arrive; empty where it does
 * @param pathMtu the lowest MTU on the way out, bytes
 * @param premises what the answer rests on besides the evidence, in sentences
 * @param needs what would tell more
 */
public record ReachItem(
        String from,
        String to,
        String address,
        int size,
        Outcome outcome,
        Verdict verdict,
        List<Hop> hops,
        Optional<DeviceId> at,
        String cause,
        String reason,
        OptionalInt pathMtu,
        List<String> premises,
        List<Need> needs) {

    public ReachItem {
        hops = List.copyOf(hops);
        premises = List.copyOf(premises);
        needs = List.copyOf(needs);
    }
}
