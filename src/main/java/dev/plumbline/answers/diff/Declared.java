package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.VmNic;
import dev.plumbline.topology.Machine;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares a VM's list of interfaces as the API has it. */
record Declared(String object, NicNames names, Machine one, Machine other, Holdings a, Holdings b, Ledger ledger) {

    void compare() {
        List<VmNic> left = a.declared(one);
        List<VmNic> right = b.declared(other);
        Said missing = new Said.NotShown("its spec is not shown", "oc get vmi -A -o yaml");
        if (left.isEmpty() || right.isEmpty()) {
            ledger.compare(
                    Thing.of(object, "interfaces"),
                    left.isEmpty() ? missing : list(left),
                    right.isEmpty() ? missing : list(right));
            return;
        }
        SortedMap<String, VmNic> before = byNetwork(left);
        SortedMap<String, VmNic> after = byNetwork(right);
        new Sets(ledger, new Said.IsNot(), new Said.IsNot())
                .compare(Thing.of(object, "interface"), origins(before), origins(after));
        ledger.compare(Thing.of(object, "interface order"), order(left, after), order(right, before));
        before.forEach(
                (network, nic) -> Optional.ofNullable(after.get(network)).ifPresent(twin -> both(network, nic, twin)));
    }

    private void both(String network, VmNic nic, VmNic twin) {
        String interfaceOf = object + " interface " + network;
        ledger.compare(Thing.of(interfaceOf, "binding"), is(nic.binding(), nic), is(twin.binding(), twin));
        ledger.compare(Thing.of(interfaceOf, "network"), is(nic.attachment(), nic), is(twin.attachment(), twin));
    }

    private static Said is(String value, VmNic nic) {
        return value.isEmpty() ? new Said.Open() : new Said.Is(value, List.of(nic.origin()));
    }

    private static Said list(List<VmNic> nics) {
        return new Said.Is(
                String.join(" ", nics.stream().map(VmNic::network).toList()),
                List.of(nics.getFirst().origin()));
    }

    /** The order of those that both have: one more or less is told by itself. */
    private static Said order(List<VmNic> nics, SortedMap<String, VmNic> common) {
        List<VmNic> shared =
                nics.stream().filter(nic -> common.containsKey(nic.network())).toList();
        return shared.isEmpty() ? new Said.Open() : list(shared);
    }

    private static SortedMap<String, VmNic> byNetwork(List<VmNic> nics) {
        SortedMap<String, VmNic> all = new TreeMap<>();
        nics.forEach(nic -> all.putIfAbsent(nic.network(), nic));
        return all;
    }

    private static SortedMap<String, List<Origin>> origins(SortedMap<String, VmNic> nics) {
        SortedMap<String, List<Origin>> all = new TreeMap<>();
        nics.forEach((network, nic) -> all.put(network, List.of(nic.origin())));
        return all;
    }
}
