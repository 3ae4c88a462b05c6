package dev.plumbline.views;

import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.List;

/** A path's hops in the JSON tree. */
record HopJson(Fields fields, Affected affected) {

    void write(Machine machine, Nic nic, NicPath path) {
        fields.all("hops", path.hops(), hop -> hop(machine, nic, path, hop));
    }

    /** Hops that belong to no NIC's path: no need or finding is theirs. */
    static void write(Fields fields, List<Hop> hops) {
        fields.all("hops", hops, hop -> hop(fields, hop, List.of(), List.of()));
    }

    private void hop(Machine machine, Nic nic, NicPath path, Hop hop) {
        hop(fields, hop, affected.needs(machine, nic, path, hop), affected.findings(hop));
    }

    private static void hop(Fields fields, Hop hop, List<String> needs, List<String> findings) {
        fields.text("scope", hop.scope().path())
                .text("name", hop.name())
                .text("kind", kind(hop))
                .number("ifindex", hop.ifindex())
                .text("mac", hop.mac())
                .number("mtu", hop.mtu())
                .text("state", hop.state())
                .text("step", hop.step().map(Step::word))
                .word("verdict", hop.verdict())
                .text("rule", hop.rule())
                .evidence(hop.evidence())
                .texts("premises", hop.premises())
                .all(
                        "also",
                        hop.also(),
                        witness -> fields.text("rule", witness.rule())
                                .text("says", witness.says())
                                .evidence(witness.evidence()))
                .all("members", hop.members(), member -> member(fields, member))
                .all("candidates", hop.candidates(), candidate -> candidate(fields, candidate))
                .texts("needs", needs)
                .texts("findings", findings)
                .text("why", hop.why());
    }

    /** Of a gap nothing is known, not even its kind, unless something says so. */
    private static String kind(Hop hop) {
        return hop.gap() && hop.kind() instanceof Kind.Link ? "" : hop.kind().word();
    }

    private static void member(Fields fields, Hop.Member member) {
        Device device = member.device();
        fields.text("scope", device.id().scope().path())
                .text("name", device.id().name())
                .text("kind", device.kind().word())
                .number("ifindex", device.index())
                .text("mac", device.mac())
                .number("mtu", device.mtu())
                .text("state", device.state())
                .text("step", member.step().word())
                .word("verdict", member.verdict())
                .text("rule", member.rule())
                .evidence(member.evidence());
    }

    private static void candidate(Fields fields, Hop.Candidate candidate) {
        fields.text("scope", candidate.device().scope().path())
                .text("name", candidate.device().name())
                .word("verdict", candidate.verdict())
                .text("speaks", candidate.speaks())
                .evidence(candidate.evidence());
    }
}
