package dev.plumbline.weave;

import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Facts into a topology: placement, join rules in the order of the line, one judge, the walk. */
public final class Weaver {

    /** In the order of the line, from the guest to the wire. Adding a rule is one file and one line here. */
    static final List<JoinRule> RULES = List.of(
            new GuestUpper(),
            new DomainMac(),
            new DomainRest(),
            new TapMac(),
            new BridgeMember(),
            new Masquerade(),
            new VethIndex(),
            new LowerIndex(),
            new NodeOvs(),
            new BridgeUplink(),
            new LowerDevices(),
            new NodeRoute());

    private Weaver() {}

    /** The same facts in any order give the same topology. */
    public static Woven weave(Collection<? extends Fact> facts) {
        FactSet set = FactSet.of(facts);
        Places places = Placer.place(set);
        Judgement judgement = Judge.judge(claims(places));
        List<Machine> vms = new Machines(places, judgement, set).all();
        Surroundings around = new Surroundings(places, vms);
        List<Machine> machines = new ArrayList<>(vms);
        machines.addAll(new Pods(places, judgement).all());
        List<Device> devices = places.sites().values().stream()
                .flatMap(site -> site.devices().stream())
                .map(Sighting::device)
                .toList();
        Topology topology = new Topology(
                machines,
                around.others(),
                around.segments(),
                devices,
                Settled.of(places),
                Forwards.of(places, judgement, set));
        return new Woven(topology, places, set);
    }

    static List<Claim> claims(Places places) {
        List<Claim> claims = new ArrayList<>();
        for (JoinRule rule : RULES) {
            switch (rule) {
                case JoinRule.Within within ->
                    places.sites().values().forEach(site -> claims.addAll(within.join(site)));
                case JoinRule.Across across ->
                    places.ties().stream()
                            .filter(tie -> tie.sort() == across.ties())
                            .forEach(tie -> places.site(tie.upper())
                                    .ifPresent(upper -> places.site(tie.lower())
                                            .ifPresent(lower -> claims.addAll(across.join(upper, lower, tie)))));
            }
        }
        return claims;
    }
}
