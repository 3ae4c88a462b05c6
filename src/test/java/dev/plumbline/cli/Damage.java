package dev.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Devices of a lab's lines set down or to another MTU by chance, and back again. */
final class Damage {

    private static final List<Integer> MTUS = List.of(1400, 1496, 1500, 2000, 9000);

    private final Pings pings;
    private final Random random;
    private final List<JsonNode> hops = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();

    Damage(Pings pings, Random random) {
        this.pings = pings;
        this.random = random;
        pings.vms()
                .forEach(vm -> vm.get("nics")
                        .forEach(nic -> nic.get("hops").forEach(hop -> {
                            // A pair drops what is longer than its receiver's MTU, where a machine's NIC takes it.
                            if (!hop.get("name").isNull()
                                    && !hop.get("scope").asString().startsWith("guest/")
                                    && !hop.get("scope").asString().equals("cluster")) {
                                hops.add(hop);
                            }
                        })));
    }

    /** Does it to two devices, and says what. */
    String make() {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            JsonNode hop = hops.get(random.nextInt(hops.size()));
            String place = place(hop);
            String device = hop.get("name").asString();
            int mtu = MTUS.get(random.nextInt(MTUS.size()));
            boolean narrow = random.nextBoolean();
            String act = narrow ? "mtu " + mtu : "down";
            String back = narrow ? "mtu " + hop.get("mtu").asInt() : "up";
            pings.in(place, "ip link set dev " + device + " " + act);
            done.add(place + ": " + device + " " + act);
            undo.add(() -> pings.in(place, "ip link set dev " + device + " " + back));
        }
        return String.join(", ", done);
    }

    void mend() {
        undo.reversed().forEach(Runnable::run);
        undo.clear();
        // A bridge in a pod follows the MTU of its ports.
        hops.stream()
                .filter(hop -> hop.get("kind").asString().equals("bridge"))
                .forEach(hop -> pings.in(
                        place(hop),
                        "ip link set dev " + hop.get("name").asString() + " mtu "
                                + hop.get("mtu").asInt()));
    }

    private static String place(JsonNode hop) {
        return hop.get("scope").asString().replace('/', '.');
    }
}
