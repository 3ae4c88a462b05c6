package dev.plumbline.views;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Topology.Other;
import dev.plumbline.topology.Topology.Segment;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/**
 * The tree of {@code -o json} and {@code -o yaml}: plumbline.dev/v1, as docs/json.md and docs/schema/map-v1.json have
 * it. Fields are only ever added.
 */
final class AnswerJson {

    static final String API_VERSION = "plumbline.dev/v1";

    private final JsonGenerator out;
    private final Fields fields;
    private final HopJson hops;

    AnswerJson(MapAnswer answer, JsonGenerator out) {
        this.out = out;
        this.fields = new Fields(out);
        this.hops = new HopJson(fields, Affected.of(answer));
    }

    void write(MapAnswer answer) {
        out.writeStartObject();
        fields.text("apiVersion", API_VERSION).text("kind", "Map");
        writeTopology(answer);
        out.writeEndObject();
    }

    /** All but the head of the tree, into an object that is open. */
    void writeTopology(MapAnswer answer) {
        fields.all("sources", answer.sources(), this::source)
                .all("machines", answer.topology().machines(), this::machine)
                .all("others", answer.topology().others(), this::other)
                .all("segments", answer.topology().segments(), this::segment)
                .all("needs", answer.needs(), this::need)
                .all("findings", answer.findings(), finding -> finding(fields, finding))
                .all("skipped", answer.skipped(), skipped -> skipped(fields, skipped))
                .all("unread", answer.unread(), problem -> problem(fields, problem))
                .all(
                        "builtInstead",
                        answer.builtInstead(),
                        one -> fields.text("place", one.place())
                                .text("device", one.device())
                                .text("attribute", one.attribute())
                                .text("planned", one.planned())
                                .text("built", one.built())
                                .text("why", one.why()));
    }

    /** The tree of {@code needs}. */
    void writeNeeds(MapAnswer answer) {
        out.writeStartObject();
        fields.text("apiVersion", API_VERSION)
                .text("kind", "Needs")
                .all("sources", answer.sources(), this::source)
                .all("needs", answer.needs(), this::need);
        out.writeEndObject();
    }

    private void source(Gathered.Named source) {
        fields.text("name", source.name()).text("kind", source.kind());
    }

    private void machine(Machine machine) {
        fields.text("kind", machine.kind())
                .text("namespace", machine.namespace())
                .text("name", machine.name())
                .text("state", machine.state())
                .text("node", machine.active().flatMap(Machine.Placement::node))
                .text("pod", machine.active().flatMap(Machine.Placement::pod))
                .all("placements", machine.placements(), this::placement)
                .all("nics", machine.nics(), nic -> nic(machine, nic));
    }

    private void placement(Machine.Placement placement) {
        fields.text("role", placement.role())
                .text("node", placement.node())
                .text("pod", placement.pod())
                .text("podUid", placement.podUid())
                .word("verdict", placement.verdict())
                .text("rule", placement.rule())
                .texts("premises", placement.premises())
                .evidence(placement.evidence());
    }

    private void nic(Machine machine, Nic nic) {
        fields.text("ref", nic.ref())
                .text("nic", nic.alias().map(Nic.Alias::name))
                .maybe(
                        "alias",
                        nic.alias(),
                        alias -> fields.text("name", alias.name())
                                .word("verdict", alias.verdict())
                                .text("rule", alias.rule())
                                .evidence(alias.evidence()))
                .text("name", nic.name())
                .text("mac", nic.mac())
                .number("mtu", nic.mtu())
                .all(
                        "addresses",
                        nic.addresses(),
                        address -> fields.text("address", address.address())
                                .text("device", address.device())
                                .text("basis", address.basis())
                                .evidence(address.evidence()))
                .one(
                        "network",
                        nic.network(),
                        network -> fields.text("name", network.name())
                                .word("verdict", network.verdict())
                                .text("rule", network.rule())
                                .texts("candidates", network.candidates())
                                .evidence(network.evidence()))
                .word("verdict", nic.verdict())
                .text("state", nic.path().state())
                .text("end", nic.path().end())
                .all("otherPaths", nic.otherPaths(), path -> path(machine, nic, path));
        hops.write(machine, nic, nic.path());
    }

    private void path(Machine machine, Nic nic, NicPath path) {
        fields.text("state", path.state()).word("verdict", path.verdict()).text("end", path.end());
        hops.write(machine, nic, path);
    }

    private void other(Other other) {
        fields.text("scope", other.device().scope().path())
                .text("name", other.device().name())
                .text("on", other.on())
                .word("verdict", other.verdict())
                .text("why", other.why());
    }

    private void segment(Segment segment) {
        fields.text("scope", segment.bridge().scope().path())
                .text("bridge", segment.bridge().name())
                .number("vlan", segment.vlan())
                .truth("vlansSeen", segment.vlansSeen())
                .texts("devices", segment.devices());
    }

    private void need(Need need) {
        need(fields, need);
    }

    static void need(Fields fields, Need need) {
        fields.text("id", need.id())
                .texts("settles", need.settles())
                .text("what", need.what())
                .text("scope", need.scope())
                .text("command", need.command())
                .text("reach", need.reach())
                .text("right", need.right());
    }

    static void finding(Fields fields, Finding finding) {
        fields.text("id", finding.id())
                .text("rule", finding.rule())
                .word("severity", finding.severity())
                .text("title", finding.title())
                .texts("where", finding.where())
                .texts("affects", finding.affects())
                .text("breaks", finding.breaks())
                .text("mend", finding.mend())
                .evidence(finding.evidence());
    }

    static void skipped(Fields fields, Skipped skipped) {
        fields.place(skipped.origin()).text("command", skipped.command()).text("why", skipped.why());
    }

    static void problem(Fields fields, Problem problem) {
        fields.place(problem.origin())
                .text("found", problem.found())
                .text("expected", problem.expected())
                .text("message", problem.message());
    }

    /** A line number, or none where a line says nothing. */
    static OptionalInt line(int number) {
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
